import fc from "../property.ts";
import type { Tree } from "../tree.ts";

/* Trees of documents that refer to each other, and changes to them, drawn at random. */

/** What files hold: a document its blocks, anything else its content. */
export type Files = ReadonlyMap<string, readonly string[] | string>;

export interface Scene {
	readonly before: Files;
	readonly now: Files;
	/** Whether git is told of the change: else new files are not tracked. */
	readonly staged: boolean;
}

/** As files on the disk. */
export function written(files: Files): Record<string, string> & Tree {
	return Object.fromEntries(
		[...files].map(([path, held]) => [
			path,
			typeof held === "string" ? held : held.map((block) => `${block}\n\n`).join(""),
		]),
	);
}

const documents = [
	"README.md",
	"guide.md",
	"docs/README.md",
	"docs/set up.md",
	"docs/C#.md",
	"docs/deep/ab.md",
	"docs/deep/x_y.md",
	"notes/第一章.md",
	"notes/été.md",
	"notes/log.mdx",
];
const papers = [
	"papers/Attention Is All You Need.pdf",
	"papers/a(1).pdf",
	"papers/50%.pdf",
	"papers/论文.pdf",
	"papers/x&y.pdf",
	"papers/old/Q.pdf",
	"more/Deep Residual Learning for Images.pdf",
];
const pages = ["site/page.html", "site/ix.html"];
const aliases = ["alias.md", "alias.pdf"];
const paths = [...documents, ...papers, ...pages, ...aliases];

function escaped(mark: string): string {
	return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** How links may write a path. */
const spellings: readonly ((path: string) => string)[] = [
	(path) => path.replace(/[%#]/g, escaped),
	(path) => path.split("/").map(encodeURIComponent).join("/"),
	(path) => encodeURI(path).replace(/[#&]/g, escaped).toLowerCase(),
];

const destination = fc
	.record({
		path: fc.constantFrom(...paths, "papers", "docs", "nowhere.md"),
		write: fc.constantFrom(...spellings),
		fragment: fc.constantFrom(
			"",
			"",
			"#setup",
			"#the-end",
			"#第二节",
			"#c--d",
			"#setup-1",
			"#here",
			"#page=2",
		),
	})
	.map(({ path, write, fragment }) => `</${write(path)}${fragment}>`);

const webAddress = fc.oneof(
	fc.nat({ max: 30 }).map((page) => `https://a.test/${page}`),
	fc.nat({ max: 9 }).map((page) => `https://a.test/${page}?utm_source=feed`),
);
const title = fc.constantFrom(
	"Attention is all you need",
	"Deep residual learning for images",
	"Agents",
	"A map",
	"Tools",
);
const entry = fc
	.tuple(title, fc.option(fc.oneof({ weight: 2, arbitrary: webAddress }, destination), { freq: 5 }))
	.map(([title, to]) => (to === null ? `- ${title}` : `- [${title}](${to})`));

const block = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom("## Setup", "## The end", "## 第二节", "## C & D", "# setup") },
	{ weight: 5, arbitrary: destination.map((to) => `See [it](${to}).`) },
	{ weight: 2, arbitrary: fc.array(entry, { minLength: 9, maxLength: 14 }).map((lines) => lines.join("\n")) },
	fc.constantFrom("See [this][ref].", "See [that][other]."),
	fc.tuple(fc.constantFrom("ref", "other"), destination).map(([label, to]) => `[${label}]: ${to}`),
	fc.constantFrom('<a id="here"></a>', '<a name="setup"></a>'),
	fc.constantFrom(...papers).map((path) => `The file ${path.slice(path.lastIndexOf("/") + 1)} is here.`),
	fc.constantFrom("local-target", "anchor").map((rule) => `<!-- shelfread-disable-next-line ${rule} -->`),
);

/** What a file of this name may hold. */
function content(path: string): fc.Arbitrary<readonly string[] | string> {
	if (aliases.includes(path)) return fc.constantFrom("guide.md", "papers/a(1).pdf").map((to) => `-> ${to}`);
	if (path.endsWith(".pdf"))
		return fc.constantFrom("%PDF-1.4\n%%EOF\n", "%PDF-1.4\n%%EOF\n", "<!doctype html>");
	if (path.endsWith(".html"))
		return fc.subarray(["here", "setup"]).map((ids) => ids.map((id) => `<p id="${id}"></p>\n`).join(""));
	return fc.array(block, { maxLength: 12 });
}

const before: fc.Arbitrary<Files> = fc
	.record(Object.fromEntries(paths.map((path) => [path, content(path)])), {
		requiredKeys: ["README.md", "guide.md"],
	})
	.map((files) => new Map(Object.entries(files) as [string, readonly string[] | string][]));

/** Changes files that it draws from those there are. */
type Edit = (files: Map<string, readonly string[] | string>) => void;

function nth<T>(values: readonly T[], at: number): T | undefined {
	return values[at % Math.max(1, values.length)];
}

function move(files: Map<string, readonly string[] | string>, from: string, to: string): void {
	const held = files.get(from);
	if (held === undefined) return;
	files.delete(from);
	files.set(to, held);
}

const removal = fc.nat().map(
	(at): Edit =>
		(files) =>
			files.delete(nth([...files.keys()], at) ?? ""),
);

/** Within a kind of files, so that they stay what they are. */
const renaming = fc.tuple(fc.nat(), fc.constantFrom(...paths, "docs/new.md", "Guide.md", "x/Y.pdf")).map(
	([at, to]): Edit =>
		(files) => {
			const extension = to.slice(to.lastIndexOf("."));
			const from = nth(
				[...files.keys()].filter((path) => path.endsWith(extension)),
				at,
			);
			move(files, from ?? "", to);
		},
);

const movedFolder = fc
	.tuple(fc.constantFrom("docs", "papers", "docs/deep"), fc.constantFrom("moved", "docs2"))
	.map(
		([from, to]): Edit =>
			(files) => {
				for (const path of [...files.keys()])
					if (path.startsWith(`${from}/`)) move(files, path, to + path.slice(from.length));
			},
	);

const file = fc.constantFrom(...paths, "new.md", "papers/New One.pdf").chain((path) =>
	content(path).map(
		(held): Edit =>
			(files) =>
				files.set(path, held),
	),
);

/** A block that is taken out of a document, or put into it, or both. */
const blockEdit = fc
	.record({
		document: fc.nat(),
		at: fc.nat(),
		removed: fc.nat({ max: 1 }),
		added: fc.array(block, { maxLength: 1 }),
	})
	.map(
		({ document, at, removed, added }): Edit =>
			(files) => {
				const [path, blocks] = nth([...files].filter(isDocument), document) ?? [];
				if (path !== undefined && blocks !== undefined)
					files.set(path, blocks.toSpliced(at % (blocks.length + 1), removed, ...added));
			},
	);

function isDocument(file: [string, readonly string[] | string]): file is [string, readonly string[]] {
	return typeof file[1] !== "string";
}

const edit = fc.oneof(removal, renaming, movedFolder, file, { weight: 3, arbitrary: blockEdit });

export const scenes: fc.Arbitrary<Scene> = fc
	.record({ before, edits: fc.array(edit, { minLength: 1, maxLength: 3 }), staged: fc.boolean() })
	.map(({ before, edits, staged }) => {
		const now = new Map(before);
		for (const apply of edits) apply(now);
		return { before, now, staged };
	});
