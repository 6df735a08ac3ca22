import type { Library, Line, Lines } from "./library.ts";
import { title } from "./library.ts";

/** A fault that was put into a library: where it has to be found, and by which rule. */
export interface Planted {
	readonly ruleId: string;
	readonly document: Lines;
	readonly line: Line;
}

/** Puts in the `i`th fault of its kind. `at` gives an entry that no other fault is planted at. */
type Plant = (library: Library, i: number, at: (list: keyof Library["entries"]) => Line) => Planted;

/** The file that a line of `papers` links, by its path in the tree. */
function paperOf(line: Line): string {
	return `papers/${decodeURIComponent(/\(\.\/([^)]+)\)/.exec(line.text)?.[1] ?? "")}`;
}

function replace(line: Line, pattern: RegExp | string, by: string): void {
	const changed = line.text.replace(pattern, by);
	if (changed === line.text) throw new Error(`nothing to change in ${line.text}`);
	line.text = changed;
}

/** A fault in one line of a list. */
const inLine =
	(
		ruleId: string,
		list: keyof Library["entries"],
		change: (line: Line, i: number, library: Library) => void,
	): Plant =>
	(library, i, at) => {
		const line = at(list);
		change(line, i, library);
		return { ruleId, document: library.documents[list], line };
	};

const onPaper = (ruleId: string, change: (files: Map<string, string>, path: string) => void): Plant =>
	inLine(ruleId, "papers", (line, _, { files }) => change(files, paperOf(line)));

/** Twenty kinds of faults, each by what someone did. */
export const faults: Readonly<Record<string, Plant>> = {
	"a paper was deleted": onPaper("local-target", (files, path) => files.delete(path)),
	"a paper was renamed in letter case": onPaper("local-target", (files, path) => {
		files.set(
			path.replace(/-(\w)/, (_, letter: string) => `-${letter.toLowerCase()}`),
			files.get(path) ?? "",
		);
		files.delete(path);
	}),
	"a paper is empty": onPaper("pdf", (files, path) => files.set(path, "")),
	"a paper is a saved web page": onPaper("pdf", (files, path) =>
		files.set(path, "<!doctype html><p>Sign in</p>"),
	),
	"a link lost its scheme": inLine("broken-link-syntax", "awesome", (line) =>
		replace(line, "https://", "www."),
	),
	"a link got a space": inLine("broken-link-syntax", "awesome", (line) => replace(line, /-(?=\w+\))/, " ")),
	"an anchor is wrong": inLine("anchor", "awesome", (line, i) =>
		replace(line, /\.$/, ` ([above](#nowhere-${i})).`),
	),
	"an entry stands twice in its section": (library, _, at) => {
		const line = at("awesome");
		const { awesome } = library.documents;
		return { ruleId: "duplicate-entry", document: awesome, line: awesome.addAfter(line, line.text) };
	},
	"a URL was pasted twice": (library, _, at) => {
		const { awesome } = library.documents;
		const pair = [at("awesome"), at("awesome")] as const;
		const [first = pair[0], second = pair[1]] = [...pair].sort(
			(a, b) => awesome.numberOf(a) - awesome.numberOf(b),
		);
		const url = /\(https:[^)]+\)/;
		replace(second, url, url.exec(first.text)?.[0] ?? "");
		// The made-up titles are all of the same few syllables; this one shares none with them.
		replace(second, /\[[^\]]+\]/, `[Why Hexagons Jog Quickly]`);
		return { ruleId: "same-target-different-title", document: awesome, line: second };
	},
	"a section is missing from the contents": (library, i) => {
		const contents = library.contents[i * 5 + 3];
		const heading = library.sections[i * 5 + 3];
		if (contents === undefined || heading === undefined) throw new Error("no such section");
		library.documents.awesome.remove(contents);
		return { ruleId: "toc-drift", document: library.documents.awesome, line: heading };
	},
	"an entry lost its link": inLine("entry-without-link", "awesome", (line) =>
		replace(line, /\[(.+)\]\(\S+\)/, "$1"),
	),
	"a section is empty": (library, i) => {
		const { tools } = library.documents;
		tools.add("");
		return { ruleId: "empty-section", document: tools, line: tools.add(`## Tools for ${title(9000 + i)}`) };
	},
	"a label has a typo": inLine("label", "papers", (line) => replace(line, "[[paper]", "[[paer]")),
	"a link is tracked": inLine("tracking-parameters", "awesome", (line, i) =>
		replace(line, /\)(?= -)/, `?utm_source=letter-${i})`),
	),
	"an owner instead of the repository": inLine("owner-page", "awesome", (line, i) =>
		replace(line, /\(https:[^)]+\)/, `(https://github.com/owner-${i})`),
	),
	"a row lacks a cell": inLine("table-shape", "tools", (line) => replace(line, /\| [^|]+ \|$/, "|")),
	"a soft hyphen was pasted": inLine("text-debris", "awesome", (line) =>
		replace(line, /(\w\w)\.$/, "\u00ad$1."),
	),
	"a definition is not used": (library, i) => {
		const { awesome } = library.documents;
		awesome.add("");
		const line = awesome.add(`[nobody-${i}]: https://nobody-${i}.example.org/`);
		return { ruleId: "unused-definition", document: awesome, line };
	},
	"a reference is not defined": inLine("undefined-reference", "awesome", (line, i) =>
		replace(line, /\.$/, ` ([more][missing-${i}]).`),
	),
	"a year is before its paper": inLine("date-vs-identifier", "papers", (line, i) =>
		replace(line, /\[\[code\]\([^)]+\)\]/, `[[paper](https://arxiv.org/abs/2412.${10000 + i})]`),
	),
};
