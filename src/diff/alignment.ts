import { diffArrays } from "diff";
import { groupBy } from "../naming/group.ts";
import { longestSorted } from "../naming/sorted.ts";

/** Lines that two texts have in common, in a row. */
export interface Common {
	/** Where they are in the one, from 0. */
	readonly before: number;
	/** Where they are in the other, from 0. */
	readonly now: number;
	readonly length: number;
}

/** Edits that are looked for between two texts. Comparing takes about their square. */
const MAX_EDITS = 2000;

/**
 * What two texts have in common, in the order of both: with the fewest edits between, up to 2,000 of them. With more, the lines
 * that each has once stay where they are, and what is between two of these is compared alike; where that takes as many edits, it
 * has nothing in common but its ends.
 */
export function align(before: readonly string[], now: readonly string[]): Common[] {
	return alignBetweenEnds(before, now, (middle, other) => alignByLandmarks(middle, other));
}

type Align = (before: readonly string[], now: readonly string[]) => Common[];

/** @param beyond What to do with a middle that has too many edits. */
function alignBetweenEnds(before: readonly string[], now: readonly string[], beyond: Align): Common[] {
	const most = Math.min(before.length, now.length);
	const start = countSame(most, (step) => before[step] === now[step]);
	const end = countSame(most - start, (step) => before.at(-1 - step) === now.at(-1 - step));
	const [middle, other] = [before.slice(start, before.length - end), now.slice(start, now.length - end)];
	const between = alignByEdits(middle, other) ?? beyond(middle, other);
	return [
		{ before: 0, now: 0, length: start },
		...shift(between, { before: start, now: start }),
		{ before: before.length - end, now: now.length - end, length: end },
	].filter(({ length }) => length > 0);
}

function alignByEdits(before: readonly string[], now: readonly string[]): Common[] | undefined {
	const edits = diffArrays([...before], [...now], { maxEditLength: MAX_EDITS });
	if (edits === undefined) return undefined;
	const common: Common[] = [];
	let at = { before: 0, now: 0 };
	for (const { value, added, removed } of edits) {
		const { length } = value;
		if (!added && !removed) common.push({ ...at, length });
		at = { before: at.before + (added ? 0 : length), now: at.now + (removed ? 0 : length) };
	}
	return common;
}

function alignByLandmarks(before: readonly string[], now: readonly string[]): Common[] {
	const common: Common[] = [];
	let from = { before: 0, now: 0 };
	for (const landmark of [...landmarksIn(before, now), { before: before.length, now: now.length }]) {
		const gap = [before.slice(from.before, landmark.before), now.slice(from.now, landmark.now)] as const;
		common.push(
			...shift(
				alignBetweenEnds(...gap, () => []),
				from,
			),
		);
		if (landmark.before < before.length) common.push({ ...landmark, length: 1 });
		from = { before: landmark.before + 1, now: landmark.now + 1 };
	}
	return common;
}

type Place = Pick<Common, "before" | "now">;

/** The lines that each text has once, as many as are in one order in both. */
function landmarksIn(before: readonly string[], now: readonly string[]): Place[] {
	const placesBefore = placesOfUnique(before);
	const shared = [...placesOfUnique(now)].flatMap(([line, at]) => {
		const place = placesBefore.get(line);
		return place === undefined ? [] : [{ before: place, now: at }];
	});
	const kept = new Set(longestSorted(shared, (a, b) => a.before - b.before));
	return shared.filter((_, at) => kept.has(at));
}

function placesOfUnique(lines: readonly string[]): Map<string, number> {
	const places = groupBy(lines.keys(), (at) => lines[at] ?? "");
	return new Map(
		[...places].flatMap(([line, [at, ...more]]) => (at === undefined || more.length > 0 ? [] : [[line, at]])),
	);
}

function shift(common: readonly Common[], by: Place): Common[] {
	return common.map(({ before, now, length }) => ({
		before: before + by.before,
		now: now + by.now,
		length,
	}));
}

function countSame(most: number, isSame: (step: number) => boolean): number {
	let count = 0;
	while (count < most && isSame(count)) count += 1;
	return count;
}
