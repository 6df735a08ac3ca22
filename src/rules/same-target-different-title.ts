import type { Entry, Section } from "../model.ts";
import { groupBy } from "../naming/group.ts";
import { fold } from "../naming/nearest.ts";
import { isGeneric } from "../parse/labels.ts";
import { cataloguesOf, type Lead, type Listing, lineOf, sharingTargets } from "./catalogue.ts";
import { countBy } from "./habit.ts";
import { ownerOf } from "./owner.ts";
import { isPaper } from "./paper.ts";
import type { Rule } from "./rule.ts";
import { isAcronymOf, isLong, isPartOf, keyOf, similarity, wordsOf } from "./title.ts";

type SameTarget = {
	readonly title: string;
	readonly url: string;
	readonly line: number;
	readonly first: string;
};

/** Titles with more letters in common may name one thing in two ways. */
const UNRELATED = 0.5;
/** Sections that share so great a part of the smaller one are two lists of the same things, as in two languages. */
const PARALLEL = 1 / 2;

/** One address under two titles that have nothing in common: it was pasted twice. */
export const sameTargetDifferentTitle: Rule<SameTarget> = {
	id: "same-target-different-title",
	summary: "one target under two unrelated titles: an address that was pasted twice",
	severity: "warning",
	confidence: "medium",
	offline: true,
	*find(context) {
		for (const { parsed, listings } of cataloguesOf(context)) {
			for (const { entry, main, first } of mixUps(listings)) {
				const url = main.judged.link.url;
				const data = { title: entry.title, url, line: lineOf(first), first: first.title };
				yield { path: parsed.document.path, span: main.mention.link.span, data };
			}
		}
	},
	word: ({ title, url, line, first }) => ({
		message: `${title} leads to ${url}, which is listed at line ${line} as ${first}`,
		help: "One of the two probably has the other's address.",
	}),
};

interface MixUp {
	readonly entry: Entry;
	readonly main: Lead;
	readonly first: Entry;
}

function mixUps(listings: readonly Listing[]): MixUp[] {
	const repeated = sharingTargets(listings)
		.map((together) =>
			together.filter(({ entry, main }) => namesItsTarget(entry, main) && !isShared(main.identity)),
		)
		.filter(({ length }) => length > 1);
	if (repeated.length === 0) return [];
	const areParallel = parallelsAmong(listings, repeated);
	return repeated.flatMap(([first, ...others]) =>
		first === undefined
			? []
			: others
					.filter((other) => areUnrelated(first, other))
					.filter(({ entry }) => !areParallel(first.entry.section, entry.section))
					.map(({ entry, main }) => ({ entry, main, first: first.entry })),
	);
}

type Named = Required<Listing>;

/**
 * True where the title is the name of what the link leads to. Code, data and a project's page may be those of several
 * things, and so may a paper that brings several things with short names.
 */
function namesItsTarget({ title }: Entry, { role, label = "", mention, identity }: Lead): boolean {
	if (isGeneric(title)) return false;
	if (role === "primary")
		return keyOf(mention.text) === keyOf(title) && (!isPaper(identity) || isLong(title));
	return paperLabel.test(label) && isLong(title);
}

const paperLabel = /\b(?:paper|pdf|arxiv|abs|preprint|doi)\b|论文/i;
const licence = /licen[cs]e|creativecommons\.org|spdx\.org|opensource\.org/i;

/** What many things lead to by right: the root of a site, a place in a page, an owner's page, a licence. */
function isShared(identity: string): boolean {
	return /^https:\/\/[^/]+$|#/.test(identity) || ownerOf(identity) !== undefined || licence.test(identity);
}

function areUnrelated(first: Named, other: Named): boolean {
	const [a, b] = [first.entry.title, other.entry.title];
	if (isAbove(first.entry, other.entry) || !areComparable(a, b)) return false;
	const words = new Set(wordsOf(a));
	if (wordsOf(b).some((word) => words.has(word)) || isPartOf(a, b) || isAcronymOf(a, b)) return false;
	// Where the address has words of both, both know what they mean.
	return similarity(a, b) < UNRELATED && !(isIn(a, other.main.identity) && isIn(b, other.main.identity));
}

/** Titles in two scripts may be translations. */
function areComparable(a: string, b: string): boolean {
	return keyOf(a) !== "" && keyOf(b) !== "" && isLatin(a) === isLatin(b);
}

function isLatin(title: string): boolean {
	return !/(?!\p{Script=Latin})\p{L}/u.test(title);
}

function isIn(title: string, identity: string): boolean {
	const letters = fold(identity);
	return wordsOf(title).some((word) => word.length > 2 && letters.includes(word));
}

function isAbove(entry: Entry, other: Entry): boolean {
	return other.parent !== undefined && (other.parent === entry || isAbove(entry, other.parent));
}

/** @param repeated What has a target in common, each target's by itself. */
function parallelsAmong(
	listings: readonly Listing[],
	repeated: readonly Named[][],
): (a: Section, b: Section) => boolean {
	const sizes = countBy(listings, ({ entry }) => entry.section);
	const targets = new Map(
		[...groupBy(repeated.flat(), ({ entry }) => entry.section)].map(
			([section, those]) => [section, new Set(those.map(({ main }) => main.identity))] as const,
		),
	);
	const areParallel = (a: Section, b: Section) => {
		const both = countShared(targets.get(a) ?? new Set(), targets.get(b) ?? new Set());
		return both > 1 && both >= Math.min(sizes.get(a) ?? 0, sizes.get(b) ?? 0) * PARALLEL;
	};
	const known = new Map<Section, Map<Section, boolean>>();
	return (a, b) => {
		if (a === b) return false;
		const ofA = known.get(a) ?? new Map<Section, boolean>();
		known.set(a, ofA);
		const answer = ofA.get(b) ?? areParallel(a, b);
		ofA.set(b, answer);
		return answer;
	};
}

function countShared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
	const [few, many] = a.size < b.size ? [a, b] : [b, a];
	return [...few].filter((one) => many.has(one)).length;
}
