import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { CacheFile, type Entry } from "../../../src/check/http/cache-file.ts";
import { addFiles, makeFolder, type Tree } from "../../tree.ts";

vi.mock("node:fs/promises", { spy: true });

const all = (): boolean => true;

function entry(name: string, at = 1): Entry {
	const url = `https://${name}.test/`;
	return {
		key: `${url} 0`,
		at,
		observation: {
			kind: "http",
			key: url,
			via: "page",
			attempts: [
				{ cause: "first", method: "GET", url, identity: "plain", status: 200, headers: {}, milliseconds: 5 },
			],
		},
	};
}

const lineOf = (one: Entry): string => `${JSON.stringify({ format: 1, ...one })}\n`;
const [a, b, c] = [entry("a"), entry("b"), entry("c")] as const;

/** Opens the cache of a new folder with these files. */
async function open(tree: Tree) {
	const folder = makeFolder(tree);
	const path = join(folder, "cache.jsonl");
	const file = await CacheFile.open(path);
	return { folder, path, file, keys: [...file.entries.keys()], read: () => readFileSync(path, "utf8") };
}

test("a file that is not there is an empty cache, and stays away while nothing is known", async () => {
	const { file, path } = await open({});
	await file.rewrite([], all);
	expect([file.entries.size, file.errors, existsSync(path)]).toEqual([0, [], false]);
});

test("reads what it wrote", async () => {
	const { file, path, read } = await open({});
	file.append(b);
	file.append(a);
	expect(read()).toBe(lineOf(b) + lineOf(a));
	expect([...(await CacheFile.open(path)).entries.values()]).toEqual([b, a]);
});

test("is sorted by key in the end", async () => {
	const { file, read } = await open({});
	file.append(c);
	await file.rewrite([c, a, b], all);
	expect(read()).toBe(lineOf(a) + lineOf(b) + lineOf(c));
});

test("makes the folder it is in", async () => {
	const folder = makeFolder({});
	const path = join(folder, "deep/er/cache.jsonl");
	const file = await CacheFile.open(path);
	file.append(a);
	await file.rewrite([a], all);
	expect([readFileSync(path, "utf8"), readdirSync(join(folder, "deep/er"))]).toEqual([
		lineOf(a),
		["cache.jsonl"],
	]);
});

test("files merge by being put one after the other: the later answer counts", async () => {
	const [old, young] = [entry("a", 1), entry("a", 2)];
	for (const lines of [
		[old, b, young],
		[young, b, old],
	]) {
		const { file } = await open({ "cache.jsonl": lines.map(lineOf).join("") });
		expect(new Map(file.entries)).toEqual(new Map([young, b].map((one) => [one.key, one])));
		expect(file.errors).toEqual([]);
	}
});

test("keeps what another run wrote meanwhile", async () => {
	const first = await open({});
	const second = await CacheFile.open(first.path);
	first.file.append(a);
	second.append(b);
	await first.file.rewrite([a], all);
	second.append(c);
	await second.rewrite([b, c], all);
	expect(first.read()).toBe([a, b, c].map(lineOf).join(""));
});

test("drops what is not wanted any more", async () => {
	const { file, read } = await open({ "cache.jsonl": lineOf(entry("a", 1)) + lineOf(entry("b", 9)) });
	await file.rewrite(file.entries.values(), ({ at }) => at > 5);
	expect(read()).toBe(lineOf(entry("b", 9)));
});

const withCause = (cause: string): string => lineOf(a).replace('"first"', JSON.stringify(cause));

test.each<[string, string | Uint8Array, Entry[], string]>([
	["a torn last line", lineOf(a) + lineOf(b).slice(0, 60), [a], "no answers of shelfread's"],
	["a torn line with more after it", `${lineOf(a).slice(0, 60)}${lineOf(b)}${lineOf(c)}`, [c], "no answers"],
	["a README", "# My list\n\nHello\n", [], "no answers"],
	["JSON of somebody else", '{"https://a.test/":{"status":200}}', [], "no answers"],
	["a JSON array", "[]", [], "no answers"],
	["bytes", Uint8Array.from([0, 255, 254, 10, 13]), [], "no answers"],
	["an answer with an unknown word", withCause("surprise") + lineOf(b), [b], "no answers"],
	["an answer with a URL that is none", lineOf(a).replaceAll("https://a.test/", "nowhere"), [], "no answers"],
	[
		"lines of a newer version",
		lineOf(a).replace('"format":1', '"format":2') + lineOf(b),
		[b],
		"a newer shelfread",
	],
])("%s is set aside, with a message", async (_, content, kept, words) => {
	const { file, path, folder, read } = await open({ "cache.jsonl": content });
	expect([...file.entries.values()]).toEqual(kept);
	expect(file.errors).toMatchObject([{ code: "cache-set-aside", path, fatal: false }]);
	expect(file.errors[0]?.message).toContain(words);
	expect(file.errors[0]?.message).toContain("it is now cache.jsonl.aside.");
	expect(readFileSync(join(folder, "cache.jsonl.aside"))).toEqual(Buffer.from(content));
	expect(existsSync(path) ? read() : "").toBe(kept.map(lineOf).join(""));
	await file.rewrite([...file.entries.values(), c], all);
	expect(read()).toBe([...new Set([...kept, c])].map(lineOf).join(""));
});

test("nothing that was set aside is written over", async () => {
	const { folder, path } = await open({ "cache.jsonl": "one", "cache.jsonl.aside": "mine" });
	addFiles(folder, { "cache.jsonl": "two" });
	const { errors } = await CacheFile.open(path);
	expect(errors[0]?.message).toContain("cache.jsonl.aside-3");
	expect(
		["aside", "aside-2", "aside-3"].map((end) => readFileSync(join(folder, `cache.jsonl.${end}`), "utf8")),
	).toEqual(["mine", "one", "two"]);
});

test("a folder in its place is left alone, with a message", async () => {
	const folder = makeFolder({});
	const path = join(folder, "cache.jsonl");
	mkdirSync(path);
	const file = await CacheFile.open(path);
	file.append(a);
	await file.rewrite([a], all);
	expect(file.errors).toMatchObject([{ code: "cache-not-read", path, fatal: false }]);
	expect(readdirSync(folder)).toEqual(["cache.jsonl"]);
});

test("a place that cannot be reached costs one message", async () => {
	const folder = makeFolder({ "in/the/way": "" });
	const file = await CacheFile.open(join(folder, "in/the/way/cache.jsonl"));
	file.append(a);
	await file.rewrite([a], all);
	expect(file.errors).toMatchObject([{ code: "cache-not-read", fatal: false }]);
});

test("a place where nothing can be written costs one message", async () => {
	const folder = makeFolder({});
	const path = join(folder, "deep/cache.jsonl");
	const file = await CacheFile.open(path);
	addFiles(folder, { deep: "a file where the folder would be" });
	file.append(a);
	file.append(b);
	await file.rewrite([a, b], all);
	expect(file.errors).toMatchObject([{ code: "cache-not-written", path, fatal: false }]);
});

test("what cannot be replaced stays as it is, and no draft stays beside it", async () => {
	const { folder, file, path } = await open({});
	addFiles(path, { "a folder": "in its place" });
	await file.rewrite([a, b], all);
	file.append(c);
	expect(file.errors).toMatchObject([{ code: "cache-not-written", path, fatal: false }]);
	expect(readdirSync(folder)).toEqual(["cache.jsonl"]);
});

test("a disk that is full at the end costs nothing that was there", async () => {
	const { folder, file, path, read } = await open({ "cache.jsonl": lineOf(a) });
	file.append(b);
	vi.mocked(writeFile).mockImplementationOnce(async (draft) => {
		writeFileSync(String(draft), "half a li");
		throw new Error("ENOSPC: no space left on device");
	});
	await file.rewrite([a, b, c], all);
	expect(file.errors).toMatchObject([
		{
			code: "cache-not-written",
			path,
			message: "cache.jsonl cannot be written: ENOSPC: no space left on device.",
		},
	]);
	expect([read(), readdirSync(folder)]).toEqual([lineOf(a) + lineOf(b), ["cache.jsonl"]]);
});
