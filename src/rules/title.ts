import { fold, sortNames, withinEdits } from "../naming/nearest.ts";

/**
 * The short names of conferences and journals that reading lists write before a title: `2023-ICLR-Title`. From the lists of
 * https://dblp.org/db/conf/ and https://dblp.org/db/journals/ on machine learning, language, vision and systems.
 */
const venues =
	/^(?:aaai|acl|aistats|arxiv|asplos|bmvc|chi|cikm|coling|colm|colt|conll|corl|cvpr|eacl|eccv|emnlp|iccv|iclr|icml|icra|icse|ijcai|ijcv|interspeech|iros|jair|jmlr|kdd|miccai|mlr|mlsys|naacl|nature|neurips|nips|nsdi|osdi|pami|pldi|pnas|popl|rss|science|siggraph|sigir|sigmod|sosp|tacl|tmlr|tpami|uai|uist|usenix|vldb|wacv|wsdm|www)$/i;

/** `2023-`, `[2023]`, `2023.05 `, `(2023-05-01)`; with the month or the day where they are there. */
const date =
	/^[\s[({]*(?:19|20)\d\d(?:[-./](?:1[0-2]|0?[1-9])(?:[-./]\d{1,2})?)?(?=[\s\])}:：,._-]|$)[\s\])}:：,._-]*/u;

/** What a work is called, without the date and the venue that a list writes before it. */
export function workTitle(title: string): string {
	const name = title.replace(date, "");
	const [first = "", ...rest] = name.split("-");
	return rest.length > 0 && venues.test(first.trim()) ? rest.join("-").trim() : name.trim();
}

export function isDated(title: string): boolean {
	return date.test(title) && workTitle(title) !== "";
}

/** The words of a title in a form that can be compared: without date, venue, letter case and punctuation. */
export function wordsOf(title: string): string[] {
	return fold(workTitle(title))
		.split(/[^\p{L}\p{M}\p{N}]+/u)
		.filter((word) => word !== "");
}

/** A title's words as one text: equal for titles that differ in nothing that a reader would call a difference. */
export function keyOf(title: string): string {
	return wordsOf(title).join("");
}

/** Words that make a title one of its own, rather than a name that many things share. */
const LONG_WORDS = 4;
/** As many in scripts that write no blanks between words. */
const LONG_CHARACTERS = 10;

export function isLong(title: string): boolean {
	const words = wordsOf(title);
	const unspaced = words
		.join("")
		.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu);
	return words.length >= LONG_WORDS || (unspaced?.length ?? 0) >= LONG_CHARACTERS;
}

/** How much of two titles is the same, from 0 to 1: the Dice coefficient of their pairs of neighbouring characters. */
export function similarity(a: string, b: string): number {
	const [left, right] = [keyOf(a), keyOf(b)];
	if (left === right) return 1;
	const [pairs, others] = [pairsOf(left), pairsOf(right)];
	const size = sizeOf(pairs) + sizeOf(others);
	return size === 0 ? 0 : (2 * shared(pairs, others)) / size;
}

/** A slip of the pen in so many characters; `isMap` and `isSet` are no slips. */
const CHARACTERS_PER_SLIP = 20;

/**
 * True for the words of titles that name one thing: equal but for what a reader overlooks, or one with more words after it, as
 * a name and its full title. A number tells versions, parts and years apart.
 */
export function areSame(a: readonly string[], b: readonly string[]): boolean {
	const [short, long] = a.length > b.length ? [b, a] : [a, b];
	if (short.length > 0 && short.every((word, at) => word === long[at]))
		return !isNumbered(long[short.length] ?? "");
	const [key, longKey] = [short.join(""), long.join("")];
	const slips = Math.floor(key.length / CHARACTERS_PER_SLIP);
	if (slips === 0 || digitsIn(key) !== digitsIn(longKey)) return false;
	return withinEdits(key, sortNames([longKey]), slips).length > 0;
}

/** `2`, `v2`, `2nd`; a year is a remark. */
function isNumbered(word: string): boolean {
	return /^(?!(?:19|20)\d\d$)V?\p{N}/u.test(word);
}

function digitsIn(key: string): string {
	return key.replace(/\P{N}+/gu, " ").trim();
}

/** True where one title is the other one and more, or the beginning of it: a name and its full title, a name cut off. */
export function isPartOf(a: string, b: string): boolean {
	const [short = "", long = ""] = [keyOf(a), keyOf(b)].sort((one, other) => one.length - other.length);
	return short !== "" && long.includes(short);
}

/** True where one title is made of first letters of the other's words, in their order: `RLHF`. */
export function isAcronymOf(a: string, b: string): boolean {
	return abbreviates(a, b) || abbreviates(b, a);
}

function abbreviates(short: string, long: string): boolean {
	const initials = wordsOf(long).map((word) => word[0]);
	const letters = [...keyOf(short)];
	let next = 0;
	for (const initial of initials) if (initial === letters[next]) next++;
	return letters.length > 1 && letters[0] === initials[0] && next === letters.length;
}

function pairsOf(text: string): Map<string, number> {
	const pairs = new Map<string, number>();
	const characters = [...text];
	for (const [at, character] of characters.slice(0, -1).entries()) {
		const pair = character + characters[at + 1];
		pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
	}
	return pairs;
}

function sizeOf(pairs: ReadonlyMap<string, number>): number {
	return [...pairs.values()].reduce((sum, count) => sum + count, 0);
}

function shared(pairs: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): number {
	return [...pairs].reduce((sum, [pair, count]) => sum + Math.min(count, others.get(pair) ?? 0), 0);
}
