import { execFileSync } from "node:child_process";
import { truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { MAX_DOCUMENT_BYTES, readDocument } from "../../src/input/read.ts";
import { makeFolder } from "../tree.ts";

async function* chunks(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
	yield* parts;
}

function utf16(text: string, order: "le" | "be"): Uint8Array {
	const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
	return order === "le" ? bytes : bytes.swap16();
}

test.each<[string, Uint8Array, string]>([
	["UTF-8", Buffer.from("héllo 🐢"), "héllo 🐢"],
	["a byte order mark", Buffer.from("\uFEFFhello"), "\uFEFFhello"],
	["CRLF", Buffer.from("a\r\nb"), "a\r\nb"],
	["UTF-16, little end first", utf16("héllo", "le"), "\uFEFFhéllo"],
	["UTF-16, big end first", utf16("héllo", "be"), "\uFEFFhéllo"],
	["nothing", Buffer.from(""), ""],
	["a U+FFFD of its own", Buffer.from("a \uFFFD b"), "a \uFFFD b"],
])("reads %s", async (_, bytes, text) => {
	const root = makeFolder({ "a.md": bytes });
	expect(await readDocument(root, "a.md")).toEqual({
		document: { path: "a.md", text, format: "markdown" },
		errors: [],
	});
});

test.each<[string, Uint8Array, string, string]>([
	["a stray byte", Buffer.from("ab\n\xffc", "latin1"), "ab\n\uFFFDc", "line 2, column 1"],
	["Latin-1", Buffer.from("caf\xe9 au lait", "latin1"), "caf\uFFFD au lait", "line 1, column 4"],
	["a cut end", Buffer.from("é").subarray(0, 1), "\uFFFD", "line 1, column 1"],
	[
		"a U+FFFD before it",
		Buffer.concat([Buffer.from("\uFEFFé\uFFFD\uFFFD\r\n🐢"), Buffer.from([0xc3])]),
		"\uFEFFé\uFFFD\uFFFD\r\n🐢\uFFFD",
		"line 2, column 3",
	],
])("reads %s and says where it is wrong", async (_, bytes, text, place) => {
	const root = makeFolder({ "a.md": bytes });
	const { document, errors } = await readDocument(root, "a.md");
	expect(document?.text).toBe(text);
	expect(errors).toEqual([
		{
			code: "not-utf8",
			path: "a.md",
			message: `a.md is not valid UTF-8: the first wrong byte is at ${place}`,
			help: "Save it as UTF-8. Until then, wrong bytes are read as U+FFFD.",
			fatal: false,
		},
	]);
});

test("reads MDX as such", async () => {
	const root = makeFolder({ "a.MDX": "" });
	expect((await readDocument(root, "a.MDX")).document?.format).toBe("mdx");
});

test("reads standard input, a character across chunks too", async () => {
	const bytes = Buffer.from("é");
	const { document } = await readDocument("/", "<stdin>", chunks(bytes.subarray(0, 1), bytes.subarray(1)));
	expect(document).toEqual({ path: "<stdin>", text: "é", format: "markdown" });
});

test.each<[string, string, (file: string) => void, string, string]>([
	[
		"a file that is gone",
		"gone.md",
		() => {},
		"unreadable-file",
		"cannot be read: it does not exist any more",
	],
	["a folder", "folder", () => {}, "not-a-file", "is no regular file"],
	[
		"a pipe",
		"pipe.md",
		(file) => {
			execFileSync("mkfifo", [file]);
		},
		"not-a-file",
		"is no regular file",
	],
	[
		"a file that is too large",
		"a.md",
		(file) => truncateSync(file, MAX_DOCUMENT_BYTES + 1),
		"too-large",
		"has 8.0 MiB, and 8.0 MiB is the most that is read",
	],
	["a binary file", "binary.md", () => {}, "not-text", "is binary, not text"],
	[
		"symbolic links in a circle",
		"circle.md",
		() => {},
		"unreadable-file",
		"cannot be read: its symbolic links lead in a circle",
	],
])("refuses %s", async (_, path, prepare, code, problem) => {
	const root = makeFolder({
		"a.md": "",
		"binary.md": "PK\0\0",
		"folder/a.md": "",
		"circle.md": "-> circle.md",
	});
	prepare(join(root, path));
	const { document, errors } = await readDocument(root, path);
	expect(document).toBeUndefined();
	expect(errors).toMatchObject([{ code, path, message: `${path} ${problem}`, fatal: true }]);
});

test("refuses standard input that does not end", async () => {
	async function* endless() {
		for (;;) yield Buffer.alloc(2 ** 20, "a");
	}
	const { errors } = await readDocument("/", "<stdin>", endless());
	expect(errors).toMatchObject([{ code: "too-large", fatal: true }]);
});

test("a slow disk is read in another way, to the same effect", async () => {
	const root = makeFolder({ "a.md": "# A", "b.md": "# B", "folder/a.md": "" });
	let now = 0;
	const clock = vi.spyOn(performance, "now").mockImplementation(() => (now += 1_000));
	onTestFinished(() => clock.mockRestore());
	const read = async (path: string) => (await readDocument(root, path)).document?.text;
	const refusal = async (path: string) => (await readDocument(root, path)).errors[0]?.code;
	expect(await read("a.md")).toBe("# A");
	const asked = clock.mock.calls.length;
	expect(asked).toBeGreaterThan(0);
	expect(await read("b.md")).toBe("# B");
	expect(await refusal("folder")).toBe("not-a-file");
	expect(await refusal("gone.md")).toBe("unreadable-file");
	// The time that it takes is of no more interest.
	expect(clock.mock.calls).toHaveLength(asked);
});
