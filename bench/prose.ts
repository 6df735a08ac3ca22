import type { Random } from "./random.ts";

const words = [
	..."a the of and to in is for with that on as by from it this are be or an which can has not at its one when we more".split(
		" ",
	),
	..."paper model data method result network language training graph memory index query token layer image shelf".split(
		" ",
	),
	..."catalogue library reader author survey benchmark evaluation retrieval attention gradient sample corpus".split(
		" ",
	),
	..."describe measure compare learn propose release improve extend answer store search build read write".split(
		" ",
	),
	..."small large fast open early recent simple robust deep sparse public common general careful".split(" "),
] as [string, ...string[]];

/** A title of a few words. */
export function title(random: Random): string {
	return capital(phrase(random, 2 + random.below(4)));
}

export function sentence(random: Random): string {
	return `${capital(phrase(random, 6 + random.below(14)))}.`;
}

/** Paragraphs with an empty line between them, `length` characters or a sentence more. */
export function prose(random: Random, length: number): string {
	let text = sentence(random);
	while (text.length < length) text += (random.below(5) === 0 ? "\n\n" : " ") + sentence(random);
	return text;
}

export function phrase(random: Random, count: number): string {
	return Array.from({ length: count }, () => random.pick(words)).join(" ");
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
