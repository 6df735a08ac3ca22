import { execFileSync } from "node:child_process";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Document } from "../../../src/model.ts";
import { parseDocument } from "../../../src/parse/index.ts";
import { Memory } from "../../../src/run/parsing/memory.ts";
import { Parser } from "../../../src/run/parsing/parser.ts";
import { differences } from "../../parse/differences.ts";
import { makeFolder } from "../../tree.ts";

const text = readFileSync("fixtures/my-llm/README.md", "utf8").slice(0, 5_000);
const documents: readonly Document[] = [
	{ path: "README.md", text, format: "markdown" },
	{ path: "docs/README.md", text, format: "markdown" },
	{ path: "a.mdx", text: "# A\n\n{/* [no](link) */} [b](b.md#c)\n", format: "mdx" },
	{ path: "a.md", text: "# A\n\n{/* [no](link) */} [b](b.md#c)\n", format: "markdown" },
	{ path: "empty.md", text: "", format: "markdown" },
];

function makeFile(): string {
	return join(makeFolder({}), "cache.documents");
}

/** One run: where the documents that the parser gives differ from parsed ones, and what goes wrong with its memory. */
async function run(file: string, of: readonly Document[] = documents, most?: number) {
	const parser = new Parser(new Memory(file, most));
	await parser.prepareFor(of);
	const outcomes = of.map((document) => parser.parse(document));
	const errors = await parser.save();
	const given = outcomes.map((outcome) => outcome.parsed);
	return { wrong: differences(given, of.map(parseDocument)), errors: errors.map(({ code }) => code) };
}

/** How many of these documents are known without being parsed. */
async function known(file: string, of: readonly Document[] = documents, most?: number): Promise<number> {
	const memory = new Memory(file, most);
	await memory.prepareFor(of);
	return of.filter((document) => memory.recall(document) !== undefined).length;
}

test("documents are the same when they are remembered", async () => {
	const file = makeFile();
	expect(await run(file)).toEqual({ wrong: [], errors: [] });
	expect(await known(file)).toBe(documents.length);
	expect(await run(file)).toEqual({ wrong: [], errors: [] });
	expect(readdirSync(join(file, ".."))).toEqual(["cache.documents"]);
});

test("what is not new is not written again", async () => {
	const file = makeFile();
	await run(file);
	utimesSync(file, 1, 1);
	await run(file);
	await run(file, documents.slice(1));
	expect(statSync(file).mtimeMs).toBe(1000);
});

test("for little that is new, a large file is not written again", async () => {
	const file = makeFile();
	const long: Document = { path: "long.md", text: "A word.\n".repeat(5_000), format: "markdown" };
	const page = (text: string): Document => ({ path: "page.md", text, format: "markdown" });
	await run(file, [long, page("# 1\n")]);
	utimesSync(file, 1, 1);
	expect(await run(file, [long, page("# 2\n")])).toEqual({ wrong: [], errors: [] });
	expect(statSync(file).mtimeMs).toBe(1000);
	await run(file, [long, page("# 3\n".repeat(1_000))]);
	expect(statSync(file).mtimeMs).toBeGreaterThan(1000);
});

test("a run over some documents keeps what is known of the others", async () => {
	const file = makeFile();
	await run(file);
	const added: Document = { path: "README.md", text: `${text}\nMore.\n`, format: "markdown" };
	await run(file, [added]);
	expect(await known(file, [...documents, added])).toBe(documents.length + 1);
});

test("a few words are parsed rather than looked up in a large file, which stays as it is", async () => {
	const file = makeFile();
	await run(file);
	const before = readFileSync(file);
	const few: Document[] = [{ path: "few.md", text: "[few](words.md)", format: "markdown" }];
	expect(before.length).toBeGreaterThan(100 * 15);
	expect(await run(file, few)).toEqual({ wrong: [], errors: [] });
	expect(readFileSync(file).equals(before)).toBe(true);
});

test("a file has as much as it may, of this run first", async () => {
	const file = makeFile();
	const pages = Array.from({ length: 40 }, (_, index): Document => {
		return { path: `${index}.md`, text: `# ${index}\n\n[a](b.md)\n`, format: "markdown" };
	});
	const most = 5_000;
	await run(file, pages.slice(0, 20), most);
	expect(statSync(file).size).toBeLessThan(most);
	await run(file, pages.slice(20), most);
	expect(statSync(file).size).toBeLessThan(most);
	const first = await known(file, pages.slice(0, 20));
	const last = await known(file, pages.slice(20));
	expect(last).toBeGreaterThan(10);
	expect(first).toBeLessThan(last);
	utimesSync(file, 1, 1);
	await run(file, pages.slice(20), most);
	expect(statSync(file).mtimeMs).toBe(1000);
});

describe("a file that is not whole is as good as none", () => {
	/** Where it is damaged: behind what it begins with, or it would be something else's. */
	const placesIn = (bytes: Buffer) =>
		Array.from({ length: 20 }, (_, index) => Math.max(30, Math.floor((bytes.length * index) / 20)));
	const damages: Readonly<Record<string, (bytes: Buffer, at: number) => Buffer>> = {
		"cut off": (bytes, at) => bytes.subarray(0, at),
		"with a changed bit": (bytes, at) =>
			bytes.map((byte, index) => (index === at ? byte ^ 4 : byte)) as Buffer,
		"with zeros to its end": (bytes, at) => Buffer.from(bytes).fill(0, at),
		"written over from somewhere on": (bytes, at) =>
			Buffer.concat([bytes.subarray(0, at), bytes.subarray(0, bytes.length - at)]),
		"of another version": (bytes) =>
			Buffer.from(bytes.toString("latin1").replace(/ \d+\.\d+\.\d+ /, " 0.0.9 "), "latin1"),
	};
	test.each(Object.entries(damages))("%s", async (_, damage) => {
		const file = makeFile();
		await run(file);
		const whole = readFileSync(file);
		for (const at of placesIn(whole)) {
			writeFileSync(file, damage(whole, at));
			expect(await known(file)).toBe(0);
			expect(await run(file)).toEqual({ wrong: [], errors: [] });
			expect(readFileSync(file).equals(whole)).toBe(true);
		}
	});
});

describe("what cannot be written is said, and no loss to this run", () => {
	test("a file of something else", async () => {
		const file = makeFile();
		writeFileSync(file, "my documents");
		expect(await run(file)).toEqual({ wrong: [], errors: ["cache-not-written"] });
		expect(readFileSync(file, "utf8")).toBe("my documents");
	});

	test("a pipe", async () => {
		const file = makeFile();
		execFileSync("mkfifo", [file]);
		expect(await run(file)).toEqual({ wrong: [], errors: ["cache-not-written"] });
	});

	test("a folder", async () => {
		const file = makeFile();
		mkdirSync(file);
		expect(await run(file)).toEqual({ wrong: [], errors: ["cache-not-written"] });
	});

	test("a file where a folder should be", async () => {
		const file = makeFile();
		writeFileSync(file, "");
		expect(await run(join(file, "cache"))).toEqual({ wrong: [], errors: ["cache-not-written"] });
	});
});

test("folders on the way are made", async () => {
	const file = join(makeFile(), "new", "cache");
	expect(await run(file)).toEqual({ wrong: [], errors: [] });
	expect(await known(file)).toBe(documents.length);
});

test("a symbolic link is replaced, and not written through", async () => {
	const file = makeFile();
	const elsewhere = `${file}.elsewhere`;
	symlinkSync(elsewhere, file);
	expect(await run(file)).toEqual({ wrong: [], errors: [] });
	expect(existsSync(elsewhere)).toBe(false);
	expect(await known(file)).toBe(documents.length);
});
