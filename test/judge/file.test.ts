import { expect, test } from "vitest";
import { judgeFile } from "../../src/judge/file.ts";
import type { FileObservation, PathState, PdfState, Verdict } from "../../src/model.ts";

const observed = (facts: Partial<FileObservation>): FileObservation => ({
	kind: "file",
	key: "file:a",
	state: "present",
	...facts,
});

test.each<[PathState, Verdict["verdict"], Verdict["reason"]]>([
	["present", "alive", "present"],
	["directory", "alive", "present"],
	["elsewhere", "skipped", "not-fetched"],
	["missing", "dead", "missing-file"],
	["wrong-case", "dead", "wrong-case"],
	["wrong-form", "dead", "wrong-form"],
	["untracked", "dead", "untracked"],
	["ignored", "dead", "ignored"],
	["outside-tree", "dead", "outside-tree"],
])("%s is %s: %s", (state, verdict, reason) => {
	expect(judgeFile(observed({ state }), "anything")).toEqual({ verdict, reason });
});

test.each<[PdfState, Verdict["verdict"], Verdict["reason"], string?]>([
	["pdf", "alive", "present"],
	["empty", "dead", "wrong-content", "the file is empty"],
	["html", "dead", "wrong-content", "the file is an HTML page"],
	["lfs-pointer", "dead", "wrong-content", "the file is a Git LFS pointer"],
	["lfs-elsewhere", "skipped", "not-fetched", "Git LFS has the content"],
	["no-header", "dead", "wrong-content", "no %PDF- in the first KiB"],
	["no-trailer", "dead", "wrong-content", "no %%EOF in the last KiB"],
])("a document that is %s is %s: %s", (pdf, verdict, reason, evidence) => {
	expect(judgeFile(observed({ pdf }), undefined)).toEqual({ verdict, reason, ...(evidence && { evidence }) });
});

test("a file that cannot be read is unsure", () => {
	expect(judgeFile(observed({ unreadable: "EIO: i/o error" }), undefined)).toEqual({
		verdict: "unsure",
		reason: "unreadable",
		evidence: "EIO: i/o error",
	});
});

const anchors = ["intro", "größe", "user-content-own", "50%", "setup-1"];

test.each([
	["", "alive"],
	["top", "alive"],
	["TOP", "alive"],
	["intro", "alive"],
	["user-content-intro", "alive"],
	["own", "alive"],
	["gr%C3%B6%C3%9Fe", "alive"],
	["größe", "alive"],
	["50%", "alive"],
	["intro:~:text=word", "alive"],
	[":~:text=word", "alive"],
	["L10", "alive"],
	["L10-L20", "alive"],
	["L10C1-L20C3", "alive"],
	["/route", "alive"],
	["!/route", "alive"],
	["gid=0", "alive"],
	["page=3", "alive"],
	["setup", "dead"],
	["Lorem", "dead"],
	["%zz", "dead"],
	["constructor", "dead"],
])("#%s on a page is %s", (fragment, verdict) => {
	expect(judgeFile(observed({ anchors }), fragment).verdict).toBe(verdict);
});

test("a fragment in another case is found, and said so", () => {
	expect(judgeFile(observed({ anchors }), "Intro")).toEqual({
		verdict: "alive",
		reason: "present",
		evidence: "the anchor is written #intro",
	});
});

test("a missing anchor says which", () => {
	expect(judgeFile(observed({ anchors: [] }), "intro")).toEqual({
		verdict: "dead",
		reason: "missing-anchor",
		evidence: "no heading or id makes #intro",
	});
});

test.each<[string, Partial<FileObservation>, string]>([
	["source code", {}, "setup"],
	["a folder", { state: "directory" }, "setup"],
	["a document of unknown length", { pdf: "pdf" }, "page=900"],
	["the last page", { pdf: "pdf", pages: 12 }, "page=12"],
	["a page and a zoom", { pdf: "pdf", pages: 12 }, "page=12&zoom=100"],
	["a named destination", { pdf: "pdf", pages: 12 }, "nameddest=x"],
])("nobody can fault %s", (_, facts, fragment) => {
	expect(judgeFile(observed(facts), fragment)).toEqual({ verdict: "alive", reason: "present" });
});

test.each([
	[12, "the document has 12 pages"],
	[1, "the document has 1 page"],
])("a page past the end of %i is dead", (pages, evidence) => {
	expect(judgeFile(observed({ pdf: "pdf", pages }), "zoom=100&page=13")).toEqual({
		verdict: "dead",
		reason: "missing-anchor",
		evidence,
	});
});
