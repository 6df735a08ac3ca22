import { groupBy } from "../naming/group.ts";

/** What most things of a group have in common. */
export interface Habit<T> {
	readonly value: T;
	/** How many have it. */
	readonly count: number;
	/** How many there are. */
	readonly total: number;
}

/** The share that makes a habit: with less, it is a choice between two. */
const HABIT_SHARE = 0.85;
/** Of fewer things, nothing can be said. */
const MIN_TOTAL = 10;

/** The habits of groups of things, by group; a group without one is left out, and so is a thing without a trait. */
export function habitsOf<T, V>(
	things: readonly T[],
	groupOf: (thing: T) => string,
	traitOf: (thing: T) => V | undefined,
): Map<string, Habit<V>> {
	const habits = new Map<string, Habit<V>>();
	for (const [group, members] of groupBy(things, groupOf)) {
		const traits = members.map(traitOf).filter((trait) => trait !== undefined);
		const total = traits.length;
		const usual = [...countBy(traits, (trait) => trait)].find(([, count]) => count >= total * HABIT_SHARE);
		if (usual === undefined || total < MIN_TOTAL) continue;
		habits.set(group, { value: usual[0], count: usual[1], total });
	}
	return habits;
}

/** How many of the things have each key. */
export function countBy<T, K>(things: readonly T[], keyOf: (thing: T) => K): Map<K, number> {
	const counts = new Map<K, number>();
	for (const thing of things) {
		const key = keyOf(thing);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
}
