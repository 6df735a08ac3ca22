import type { Heading, ParsedDocument, Position, Section, Span, Suggestion } from "../model.ts";
import { isCatalogue } from "../parse/catalogue.ts";
import { countBy } from "./habit.ts";
import type { Draft, Rule, Words } from "./rule.ts";
import { siblingsIn } from "./siblings.ts";

type HeadingData =
	/** `heading` is the line as written. */
	| { readonly fault: "space"; readonly heading: string }
	| {
			readonly fault: "jump";
			readonly heading: string;
			readonly depth: number;
			/** Of the heading that it is under. */
			readonly parentDepth: number;
	  }
	| {
			readonly fault: "number";
			readonly heading: string;
			readonly number: string;
			/** The heading before it that has the same number. */
			readonly first: string;
			readonly firstLine: number;
	  };

/** A heading of a catalogue that is none, is too deep, or has the number of another one. */
export const heading: Rule<HeadingData> = {
	id: "heading",
	summary: "a heading without its space, a level that is left out, or a number that is used twice",
	severity: "warning",
	confidence: "high",
	offline: true,
	byHabit: true,
	*find({ documents }) {
		for (const parsed of documents.filter(isCatalogue)) {
			yield* findUnspaced(parsed);
			yield* findJumps(parsed);
			yield* findRepeatedNumbers(parsed);
		}
	},
	word,
};

/**
 * A paragraph of one line that begins with hash signs. One of them may also be a tag (`#awesome`), a number or a colour: it
 * must stand before a capital or a letter without case.
 */
function* findUnspaced({ document: { path, text }, texts }: ParsedDocument): Generator<Draft<HeadingData>> {
	const marked = texts.filter(({ span: { start } }) => start.column === 1 && text[start.offset] === "#");
	if (marked.length === 0) return;
	const rows = text.split(/\r\n?|\n/);
	for (const { span } of marked) {
		const { line } = span.start;
		const row = rows[line - 1]?.trimEnd() ?? "";
		const marks = /^\uFEFF?(#{2,6}(?=[\p{L}[])|#(?=[\p{Lu}\p{Lo}]))/u.exec(row)?.[1];
		const alone = isBlank(rows[line - 2]) && isBlank(rows[line]);
		if (marks === undefined || /\s#/.test(row) || !alone) continue;
		yield {
			path,
			span: stretch(span.start, row.length),
			data: { fault: "space", heading: row },
			suggestion: {
				span: stretch(span.start, marks.length),
				text: `${marks} `,
				safe: marks.length > 1,
			},
		};
	}
}

function isBlank(row = ""): boolean {
	return row.trim() === "";
}

/** A part of a line. */
function stretch(start: Position, length: number): Span {
	const end = { line: start.line, column: start.column + length, offset: start.offset + length };
	return { start, end };
}

/** So much more often than the jump must its document go down by one level from there: many authors always leave one out. */
const HABIT_RATIO = 2;

function* findJumps({ document, sections }: ParsedDocument): Generator<Draft<HeadingData>> {
	const steps = countBy(sections, stepOf);
	for (const section of sections) {
		const { heading, path } = section;
		const parent = path.at(-2);
		if (heading === undefined || parent === undefined || heading.depth <= parent.depth + 1) continue;
		const proper = steps.get(`${parent.depth} ${parent.depth + 1}`) ?? 0;
		if (proper < (steps.get(stepOf(section)) ?? 0) * HABIT_RATIO) continue;
		const suggestion = raise(heading, parent, document.text);
		yield {
			path: document.path,
			span: heading.span,
			data: {
				fault: "jump",
				heading: heading.text,
				depth: heading.depth,
				parentDepth: parent.depth,
			},
			...(suggestion === undefined ? {} : { suggestion }),
		};
	}
}

/** From which level to which one goes down. */
function stepOf({ heading, path }: Section): string {
	return `${path.at(-2)?.depth ?? 0} ${heading?.depth ?? 0}`;
}

/** Takes away the marks that are too many. */
function raise({ span, depth }: Heading, parent: Heading, text: string): Suggestion | undefined {
	if (!text.startsWith("#", span.start.offset)) return undefined;
	return { span: stretch(span.start, depth), text: "#".repeat(parent.depth + 1), safe: false };
}

const numbered = /^(?<number>\d{1,3}(?:\.\d{1,3})*)(?:[.)、：:](?!\d)|(?<=\.\d+) )/u;
/** Where fewer siblings are numbered, their numbers may be a part of their names. */
const MIN_NUMBERED = 3;

function* findRepeatedNumbers({ document, sections }: ParsedDocument): Generator<Draft<HeadingData>> {
	for (const siblings of siblingsIn(sections)) {
		const withNumber = siblings.flatMap((heading) => {
			const number = numbered.exec(heading.text)?.groups?.number;
			return number === undefined ? [] : [{ heading, number }];
		});
		if (withNumber.length < MIN_NUMBERED) continue;
		const seen = new Map<string, Heading>();
		for (const { heading, number } of withNumber) {
			const first = seen.get(number);
			if (first === undefined) seen.set(number, heading);
			else
				yield {
					path: document.path,
					span: heading.span,
					data: {
						fault: "number",
						heading: heading.text,
						number,
						first: first.text,
						firstLine: first.span.start.line,
					},
				};
		}
	}
}

function word(data: HeadingData): Words {
	switch (data.fault) {
		case "space":
			return {
				message: `${data.heading} is no heading: a space is missing after the hash signs`,
				help: "Add the space.",
			};
		case "jump":
			return {
				message: `the heading ${data.heading} has level ${data.depth} directly under level ${data.parentDepth}`,
				help: `Write it with ${data.parentDepth + 1} hash signs, or add the heading that is missing between them.`,
			};
		case "number":
			return {
				message: `the heading ${data.heading} has the number ${data.number} of ${data.first} at line ${data.firstLine}`,
				help: "Number the headings anew.",
			};
	}
}
