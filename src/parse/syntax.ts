import { frontmatter } from "micromark-extension-frontmatter";
import { type Extension, gfm } from "micromark-extension-gfm";

type Constructs = NonNullable<NonNullable<Extension["text"]>[string]>;
type Construct = Exclude<Constructs, readonly unknown[]>;

export const frontMatter: readonly ("yaml" | "toml")[] = ["yaml", "toml"];

const github = gfm();
/** As on GitHub, e-mail addresses are found last, in the finished text and with their `mailto:` (see literal.ts). */
const text = mapConstructs(github.text ?? {}, (constructs) =>
	constructs.filter(({ name }) => name !== "emailAutolink"),
);
const front = frontmatter([...frontMatter]);

/** The labels of definitions and of footnotes, as CommonMark compares them. */
export interface Labels {
	readonly definitions: readonly string[];
	readonly footnotes: readonly string[];
}

export const noLabels: Labels = { definitions: [], footnotes: [] };

/**
 * What a part of a document is read with: CommonMark with GitHub's extensions, and front matter where it can be.
 *
 * @param labels Those that are defined in other parts.
 */
export function syntaxOf(
	markdown: string,
	{ atTop, labels }: { readonly atTop: boolean; readonly labels: Labels },
): Extension[] {
	const lines = tableLines(markdown);
	const flow = mapConstructs(github.flow ?? {}, (constructs) =>
		constructs.map((construct) => (construct.name === "table" ? onLines(construct, lines) : construct)),
	);
	return [{ ...github, text, flow }, ...(atTop ? [front] : []), knowing(labels)];
}

/** Makes labels known before any text is read. */
function knowing({ definitions, footnotes }: Labels): Extension {
	let known = false;
	const construct: Construct = {
		partial: true,
		tokenize(_effects, _ok, nok) {
			if (!known) {
				this.parser.gfmFootnotes ??= [];
				for (const label of definitions) this.parser.defined.push(label);
				for (const label of footnotes) this.parser.gfmFootnotes.push(label);
			}
			known = true;
			return nok;
		},
	};
	return { flowInitial: { null: construct } };
}

/** The construct, tried on some lines only. */
function onLines(construct: Construct, lines: ReadonlySet<number>): Construct {
	return {
		...construct,
		tokenize(effects, ok, nok) {
			return lines.has(this.now().line) ? construct.tokenize.call(this, effects, ok, nok) : nok;
		},
	};
}

const delimiterRow = /^(?=.*-)(?=.*[|:])[-|:> \t]+$/;
const blank = /^[ \t]*$/;

/**
 * The lines that may be in a table, from 1: those from one above a delimiter row to the next blank line. Without them every
 * line of every paragraph would be read as the head of a table until the line below it shows that it is none.
 */
function tableLines(markdown: string): Set<number> {
	const found = new Set<number>();
	const lines = markdown.split(/\r\n?|\n/);
	let within = false;
	for (const [index, line] of lines.entries()) {
		within = delimiterRow.test(lines[index + 1] ?? "") || (within && !blank.test(line));
		if (within) found.add(index + 1);
	}
	return found;
}

function mapConstructs(
	record: Readonly<Record<string, Constructs | undefined>>,
	map: (constructs: readonly Construct[]) => Construct[],
): Record<string, Construct[]> {
	const entries = Object.entries(record).map(([code, constructs]) => [code, map([constructs ?? []].flat())]);
	return Object.fromEntries(entries);
}
