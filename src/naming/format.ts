import { STDIN } from "./stdin.ts";

/** What a file holds, as far as its name tells. */
export type Format = "markdown" | "mdx" | "html" | "pdf" | "other";

/** The extensions that GitHub renders as Markdown, and MDX. */
const formats: Readonly<Record<string, Format>> = {
	md: "markdown",
	markdown: "markdown",
	mdown: "markdown",
	mkd: "markdown",
	mdx: "mdx",
	html: "html",
	htm: "html",
	pdf: "pdf",
};

/** The extensions of documents, in lower case. */
export const markdownExtensions: readonly string[] = Object.keys(formats).filter(
	(extension) => formats[extension] === "markdown" || formats[extension] === "mdx",
);

/**
 * Letter case does not count: `README.MD` is Markdown. A name that is only an extension, `.md`, has none. Standard input is
 * Markdown.
 */
export function formatOf(path: string): Format {
	if (path === STDIN) return "markdown";
	const extension = /[^/]\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
	return Object.hasOwn(formats, extension) ? (formats[extension] ?? "other") : "other";
}

export function isMarkdown(path: string): boolean {
	const format = formatOf(path);
	return format === "markdown" || format === "mdx";
}

/** The documents that catalogues keep on their own shelf, by extension. */
export function isShelved(path: string): boolean {
	return /\.(?:pdf|epub|ps|djvu)$/i.test(path);
}
