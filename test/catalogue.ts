import { readFileSync } from "node:fs";
import { makeRepository, type Tree } from "./tree.ts";
import { Internet, type Site } from "./wire/internet.ts";

/** The catalogue that shelfread was asked for, as its author wrote it, and the papers that stand beside it. */
export const readme: string = read("README.md");
export const papers: readonly string[] = read("papers.txt").trim().split("\n");

/** The smallest file that is a PDF to every reader: a page without anything on it. */
export const smallPdf: string = [
	"%PDF-1.4",
	"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
	"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
	"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj",
	"trailer<</Root 1 0 R>>",
	"%%EOF",
	"",
].join("\n");

/** A git repository with the catalogue and all its papers. `changes` are made before they are tracked. */
export function makeCatalogue(changes: Tree = {}): string {
	const tree = Object.fromEntries(papers.map((paper) => [paper, smallPdf]));
	return makeRepository({ "README.md": readme, ...tree, ...changes });
}

/** Stand-ins for the real hosts: what the catalogue links to is there, and nothing else is. */
export function openCatalogueInternet(exceptions: Readonly<Record<string, Site>> = {}): Promise<Internet> {
	const hosts = new Set([...readme.matchAll(/https?:\/\/([^/)\s]+)/g)].map(([, host]) => host ?? ""));
	return Internet.open({ ...Object.fromEntries([...hosts].map((host) => [host, page])), ...exceptions });
}

export const page: Site = (request, response) => {
	const { host, pathname } = new URL(request.url ?? "", `https://${request.headers.host}`);
	if (!readme.includes(host + pathname)) {
		response.writeHead(404).end();
		return;
	}
	if (/\.pdf$/.test(pathname)) {
		response.setHeader("content-type", "application/pdf").end(smallPdf);
		return;
	}
	const title = decodeURIComponent(pathname).replace(/[^\w-]+/g, " ");
	response
		.setHeader("content-type", "text/html; charset=utf-8")
		.end(`<!doctype html><title>${title}</title><h1>${title}</h1><p>${"All about it. ".repeat(300)}</p>`);
};

/** Where a destination stands: line and column from 1. */
export function placeOf(destination: string, text: string = readme): { line: number; column: number } {
	const before = text.slice(0, text.indexOf(destination));
	return { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
}

function read(name: string): string {
	return readFileSync(new URL(`../fixtures/my-llm/${name}`, import.meta.url), "utf8");
}
