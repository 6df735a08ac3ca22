import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/input/decode.ts";
import { saveRevision } from "../../src/run/revision.ts";
import { makeFolder } from "../tree.ts";

/** Writes `after` where `content` is, as if that had been read before. */
async function save(content: string | Uint8Array, replaced: string, replacement: string) {
	const root = makeFolder({ "a.md": content });
	const file = join(root, "a.md");
	const before = decode(readFileSync(file)).text ?? "";
	const after = before.replace(replaced, replacement);
	const error = await saveRevision(root, { path: "a.md", before, after, edits: 1 });
	return { root, file, bytes: readFileSync(file), error };
}

/** Root may write everything, so where the tests run as root they are nobody for a while. */
async function asNobody<T>(task: () => Promise<T>): Promise<T> {
	const isRoot = process.geteuid?.() === 0;
	if (isRoot) process.seteuid?.(65_534);
	try {
		return await task();
	} finally {
		if (isRoot) process.seteuid?.(0);
	}
}

const utf16 = (text: string) => Buffer.from(text, "utf16le");

describe("only the bytes of an edit change", () => {
	test.each<[string, string | Uint8Array, Uint8Array]>([
		["in UTF-8", "é\n論\t😀", Buffer.from("é\n道\t😀")],
		["with a byte order mark", "\uFEFFa論", Buffer.from("\uFEFFa道")],
		["with any line ends", "a\r\n論\rb\n\n", Buffer.from("a\r\n道\rb\n\n")],
		["in UTF-16", utf16("\uFEFFa論\r\n😀"), utf16("\uFEFFa道\r\n😀")],
		["in UTF-16 with its bytes swapped", utf16("\uFEFFa論").swap16(), utf16("\uFEFFa道").swap16()],
		["with U+FFFD in it", "論\uFFFD", Buffer.from("道\uFFFD")],
	])("%s", async (_, content, expected) => {
		const { bytes, error } = await save(content, "論", "道");
		expect(error).toBeUndefined();
		expect(bytes).toEqual(expected);
	});
});

describe("a file is left alone", () => {
	test.each<[string, Uint8Array]>([
		["that is not valid UTF-8", Buffer.from([0x61, 0xff, 0x62])],
		["that is not valid UTF-16", Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8])],
		["that is UTF-16 with half a character", Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x62])],
	])("%s", async (_, content) => {
		const { bytes, error, root } = await save(content, "a", "c");
		expect(error?.message).toBe("a.md is not fixed: not all of its bytes are text");
		expect(bytes).toEqual(content);
		expect(readdirSync(root)).toEqual(["a.md"]);
	});

	test("that has changed since it was read", async () => {
		const root = makeFolder({ "a.md": "new" });
		const error = await saveRevision(root, { path: "a.md", before: "old", after: "fixed", edits: 1 });
		expect(error).toMatchObject({ code: "not-fixed", path: "a.md", fatal: true });
		expect(error?.message).toBe("a.md is not fixed: it has changed meanwhile");
		expect(readFileSync(join(root, "a.md"), "utf8")).toBe("new");
	});

	test("that is gone", async () => {
		const root = makeFolder({});
		const error = await saveRevision(root, { path: "a.md", before: "old", after: "fixed", edits: 1 });
		expect(error?.message).toBe("a.md is not fixed: it does not exist any more");
		expect(readdirSync(root)).toEqual([]);
	});

	test.each([
		["that is read-only", 0o777, 0o444],
		["in a folder that is read-only", 0o555, 0o666],
	])("%s", async (_, folderMode, fileMode) => {
		const root = makeFolder({ "a.md": "old" });
		chmodSync(join(root, "a.md"), fileMode);
		chmodSync(root, folderMode);
		const revision = { path: "a.md", before: "old", after: "fixed", edits: 1 };
		const error = await asNobody(() => saveRevision(root, revision));
		chmodSync(root, 0o777);
		expect(error?.message).toBe("a.md is not fixed: permission denied");
		expect(readFileSync(join(root, "a.md"), "utf8")).toBe("old");
		expect(readdirSync(root)).toEqual(["a.md"]);
	});

	test("behind a symbolic link that leaves the tree", async () => {
		const outside = makeFolder({ "a.md": "old" });
		const root = makeFolder({ "a.md": `-> ${join(outside, "a.md")}` });
		const error = await saveRevision(root, { path: "a.md", before: "old", after: "fixed", edits: 1 });
		expect(error?.message).toBe("a.md is not fixed: it is a link out of the tree");
		expect(readFileSync(join(outside, "a.md"), "utf8")).toBe("old");
	});
});

test("permissions stay, and nothing is left behind", async () => {
	const root = makeFolder({ "a.md": "old" });
	chmodSync(join(root, "a.md"), 0o754);
	await saveRevision(root, { path: "a.md", before: "old", after: "fixed", edits: 1 });
	expect(statSync(join(root, "a.md")).mode & 0o7777).toBe(0o754);
	expect(readdirSync(root)).toEqual(["a.md"]);
});

test("a symbolic link stays one, and the file is written once under all its names", async () => {
	const root = makeFolder({ "docs/a.md": "old" });
	symlinkSync("docs/a.md", join(root, "b.md"));
	const revision = { before: "old", after: "fixed", edits: 1 };
	expect(await saveRevision(root, { path: "b.md", ...revision })).toBeUndefined();
	expect(await saveRevision(root, { path: "docs/a.md", ...revision })).toBeUndefined();
	expect(lstatSync(join(root, "b.md")).isSymbolicLink()).toBe(true);
	expect(readFileSync(join(root, "docs/a.md"), "utf8")).toBe("fixed");
});
