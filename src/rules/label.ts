import type { ParsedDocument, Suggestion } from "../model.ts";
import { nearest } from "../naming/nearest.ts";
import { isCatalogue } from "../parse/catalogue.ts";
import { isGeneric } from "../parse/labels.ts";
import { countBy, type Habit, habitsOf } from "./habit.ts";
import { type ResourceLabel, resourceLabels } from "./resource-label.ts";
import type { Draft, Rule, Words } from "./rule.ts";

type LabelData = {
	readonly fault: "typo" | "number" | "case" | "wrapper";
	readonly label: string;
	/** What the document's habit makes of it. */
	readonly usual: string;
	/** How many labels follow the habit, and of how many. */
	readonly count: number;
	readonly total: number;
};

/** A resource label against the habit of its own document. */
export const label: Rule<LabelData> = {
	id: "label",
	summary: "a resource label that is misspelt, has a lone number, or goes against its catalogue's habit",
	severity: "warning",
	confidence: "high",
	offline: true,
	byHabit: true,
	*find({ documents }) {
		for (const parsed of documents.filter(isCatalogue)) yield* findIn(parsed);
	},
	word: (data) => words[data.fault](data),
};

function* findIn(parsed: ParsedDocument): Generator<Draft<LabelData>> {
	const labels = resourceLabels(parsed);
	const genericTexts = new Set([...new Set(labels.map(({ text }) => text))].filter(isGeneric));
	const generic = labels.filter(({ text }) => genericTexts.has(text));
	const all = countBy(labels, ({ text }) => text.toLowerCase());
	const counts = new Map([...all].filter(([text]) => isGeneric(text)));
	const cases = habitsOf(generic, formAndWord, ({ text }) => text);
	const inline = generic.filter(({ form }) => form === "inline");
	const wrapper = habitsOf(
		inline,
		() => "",
		({ wrapper }) => wrapper,
	).get("");
	for (const one of labels) {
		const found = genericTexts.has(one.text)
			? (findNumber(one, counts) ??
				against("case", one, one.text, cases.get(formAndWord(one))) ??
				(one.form === "inline" ? against("wrapper", one, one.wrapper, wrapper) : undefined))
			: findTypo(one, all.get(one.text.toLowerCase()) ?? 1, counts);
		if (found === undefined) continue;
		const isHabit = found.fault === "case" || found.fault === "wrapper";
		const suggestion = correct(one, found, parsed.document.text);
		yield {
			path: parsed.document.path,
			span: one.link,
			data: found,
			...(isHabit ? { severity: "info" as const } : {}),
			...(suggestion === undefined ? {} : { suggestion }),
		};
	}
}

/** Counts are of generic labels, by their lower case. */
type Counts = ReadonlyMap<string, number>;

/** So much more frequent is a label than its misspelling. */
const TYPO_RATIO = 5;
/** Shorter words have too many neighbours. */
const MIN_LENGTH = 4;

function findTypo({ text }: ResourceLabel, times: number, counts: Counts): LabelData | undefined {
	if (text.length < MIN_LENGTH || !/^\p{L}+$/u.test(text)) return undefined;
	const frequent = [...counts].flatMap(([name, count]) => (count >= times * TYPO_RATIO ? [name] : []));
	const name = nearest(text, frequent, 1);
	if (name === undefined) return undefined;
	const count = counts.get(name) ?? 0;
	return { fault: "typo", label: text, usual: likeCase(text, name), count, total: count };
}

/** `GitHub1` where its entry has no `GitHub2`; the catalogue must have the label without a number as well. */
function findNumber({ text, together }: ResourceLabel, counts: Counts): LabelData | undefined {
	const usual = /^(\p{L}{3,})\d{1,2}$/u.exec(text)?.[1];
	if (usual === undefined) return undefined;
	const base = usual.toLowerCase();
	const count = counts.get(base) ?? 0;
	const alike = together.filter((other) => other.toLowerCase().startsWith(base));
	if (count === 0 || alike.length > 1) return undefined;
	return { fault: "number", label: text, usual, count, total: count };
}

/** What a label has, against the habit of the others. */
function against(
	fault: "case" | "wrapper",
	{ text: label }: ResourceLabel,
	trait: string | undefined,
	habit: Habit<string> | undefined,
): LabelData | undefined {
	if (habit === undefined || trait === undefined || trait === habit.value) return undefined;
	const { value: usual, count, total } = habit;
	return { fault, label, usual, count, total };
}

function formAndWord({ form, text }: ResourceLabel): string {
	return `${form} ${text.toLowerCase()}`;
}

function likeCase(model: string, word: string): string {
	if (model === model.toUpperCase()) return word.toUpperCase();
	return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

const wrappers: Readonly<Record<string, (link: string) => string>> = {
	brackets: (link) => `[${link}]`,
	parentheses: (link) => `(${link})`,
};

/** Brackets are not taken away: they may be a part of the sentence. */
function correct(
	{ span, link, text }: ResourceLabel,
	{ fault, usual }: LabelData,
	source: string,
): Suggestion | undefined {
	if (fault !== "wrapper") {
		const written = source.slice(span.start.offset, span.end.offset);
		return written.includes(text)
			? { span, text: written.replace(text, () => usual), safe: false }
			: undefined;
	}
	const wrapped = wrappers[usual]?.(source.slice(link.start.offset, link.end.offset));
	return wrapped === undefined ? undefined : { span: link, text: wrapped, safe: false };
}

const shapes: Readonly<Record<string, string>> = {
	brackets: "is not wrapped in brackets as",
	parentheses: "is not wrapped in parentheses as",
	none: "has something around it, unlike",
};

const words: Readonly<Record<LabelData["fault"], (data: LabelData) => Words>> = {
	typo: ({ label, usual, count }) => ({
		message: `the label ${label} looks like a misspelling of ${usual}, which occurs ${count} times`,
		help: `Write ${usual}.`,
	}),
	number: ({ label, usual }) => ({
		message: `the label ${label} has a number, and its entry has no other ${usual}`,
		help: `Write ${usual}, or add the link that is missing.`,
	}),
	case: ({ label, usual, count, total }) => ({
		message: `the label ${label} is written ${usual} ${count} of ${total} times`,
		help: `Write ${usual}.`,
	}),
	wrapper: ({ label, usual, count, total }) => ({
		message: `the label ${label} ${shapes[usual]} ${count} of ${total} inline labels`,
		help: "Write them all in one way.",
	}),
};
