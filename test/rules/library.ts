import { smallPdf } from "../catalogue.ts";

/** Three well-kept lists with 5,000 entries between them, one layout each, and the papers that the second one keeps. */
export const ENTRIES = 5000;

/** A line that a fault can change. */
export interface Line {
	text: string;
}

/** A document as lines; a line keeps its identity when others come before it. */
export class Lines {
	readonly path: string;
	readonly #lines: Line[] = [];

	constructor(path: string) {
		this.path = path;
	}

	add(text: string): Line {
		const line = { text };
		this.#lines.push(line);
		return line;
	}

	addAfter(line: Line, text: string): Line {
		const added = { text };
		this.#lines.splice(this.#lines.indexOf(line) + 1, 0, added);
		return added;
	}

	remove(line: Line): void {
		this.#lines.splice(this.#lines.indexOf(line), 1);
	}

	/** From 1. */
	numberOf(line: Line): number {
		return this.#lines.indexOf(line) + 1;
	}

	get text(): string {
		return `${this.#lines.map(({ text }) => text).join("\n")}\n`;
	}
}

export interface Library {
	readonly documents: { readonly awesome: Lines; readonly papers: Lines; readonly tools: Lines };
	/** Files beside the documents, by path. */
	readonly files: Map<string, string>;
	/** The lines that hold an entry, by document. */
	readonly entries: Readonly<Record<keyof Library["documents"], readonly Line[]>>;
	/** The lines of the table of contents, and the headings they lead to, in `awesome`. */
	readonly contents: readonly Line[];
	readonly sections: readonly Line[];
}

const syllables =
	"ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo vu za ze zi zo zu".split(
		" ",
	);

/** A word of three syllables, another for each number below 166,375. */
function word(n: number): string {
	const base = syllables.length;
	const mixed = (n * 7919) % base ** 3;
	return [mixed % base, Math.floor(mixed / base) % base, Math.floor(mixed / base ** 2)]
		.map((i) => syllables[i])
		.join("");
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Words that no other entry has. */
const words = (n: number, count: number): string[] =>
	Array.from({ length: count }, (_, i) => word(n * 6 + i));
export const title = (n: number): string => words(n, 4).map(capital).join(" ");
const sentence = (n: number): string => `${capital(words(n + 20_000, 5).join(" "))}.`;

const SECTION = 25;

export function buildLibrary(): Library {
	const awesome = new Lines("awesome.md");
	const papers = new Lines("papers/README.md");
	const tools = new Lines("docs/tools.md");
	const files = new Map<string, string>();
	const entries = { awesome: [] as Line[], papers: [] as Line[], tools: [] as Line[] };

	const third = Math.floor(ENTRIES / 3);
	const { contents, sections } = listOfLinks(awesome, entries.awesome, 0, third);
	listOfPapers(papers, entries.papers, third, 2 * third, files);
	tablesOfTools(tools, entries.tools, 2 * third, ENTRIES);
	return { documents: { awesome, papers, tools }, files, entries, contents, sections };
}

/** `- [Name](url) - What it is.` below a table of contents. */
function listOfLinks(
	out: Lines,
	entries: Line[],
	from: number,
	to: number,
): Pick<Library, "contents" | "sections"> {
	const names = Array.from(
		{ length: Math.ceil((to - from) / SECTION) },
		(_, i) => `Topic ${capital(word(150_000 + i))}`,
	);
	out.add("# Awesome things");
	out.add("");
	out.add("A list of things that are awesome.");
	out.add("");
	out.add("## Contents");
	out.add("");
	const contents = names.map((name) => out.add(`- [${name}](#${name.toLowerCase().replaceAll(" ", "-")})`));
	const sections: Line[] = [];
	for (const [i, name] of names.entries()) {
		out.add("");
		sections.push(out.add(`## ${name}`));
		out.add("");
		for (let n = from + i * SECTION; n < Math.min(to, from + (i + 1) * SECTION); n++) {
			const [host = "", ...path] = words(n, 4);
			entries.push(
				out.add(`- [${title(n)}](https://${host}.example.org/${path.join("-")}) - ${sentence(n)}`),
			);
		}
	}
	return { contents, sections };
}

/** `- 2021-Title [[paper](file)] [[code](url)]`, the papers beside the document. */
function listOfPapers(
	out: Lines,
	entries: Line[],
	from: number,
	to: number,
	files: Map<string, string>,
): void {
	out.add("# Papers");
	for (let n = from; n < to; n++) {
		if ((n - from) % SECTION === 0) {
			out.add("");
			out.add(`## Field of ${capital(word(160_000 + n))}`);
			out.add("");
		}
		const year = 2015 + (n % 9);
		const name = `${year}-${title(n)}.pdf`;
		files.set(`papers/${name}`, smallPdf);
		const [owner, ...repository] = words(n, 4);
		const code = `https://github.com/${owner}/${repository.join("-")}`;
		entries.push(
			out.add(`- ${year}-${title(n)} [[paper](./${name.replaceAll(" ", "%20")})] [[code](${code})]`),
		);
	}
}

/** `| [Name](url) | Licence | What it is |` */
function tablesOfTools(out: Lines, entries: Line[], from: number, to: number): void {
	const licences = ["MIT", "Apache-2.0", "BSD-3-Clause", "GPL-3.0"];
	out.add("# Tools");
	for (let n = from; n < to; n++) {
		if ((n - from) % SECTION === 0) {
			out.add("");
			out.add(`## Tools for ${capital(word(140_000 + n))}`);
			out.add("");
			out.add("| Tool | Licence | Description |");
			out.add("| --- | --- | --- |");
		}
		const [host = "", ...path] = words(n, 4);
		entries.push(
			out.add(
				`| [${title(n)}](https://${host}.example.net/${path.join("/")}) | ${licences[n % 4]} | ${sentence(n)} |`,
			),
		);
	}
}
