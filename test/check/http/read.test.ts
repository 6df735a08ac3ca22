import { Readable } from "node:stream";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { decompress, readStart } from "../../../src/check/http/read.ts";

const PATIENT = 60_000;
const never = (): boolean => false;
const chunks = (...texts: string[]): Readable => Readable.from(texts.map((text) => Buffer.from(text)));

/** Gives some chunks and then nothing, for ever. */
function hanging(...texts: string[]): Readable {
	const left = [...texts];
	return new Readable({
		read() {
			const text = left.shift();
			if (text !== undefined) this.push(Buffer.from(text));
		},
	});
}

function breaking(...texts: string[]): Readable {
	const left = [...texts];
	return new Readable({
		read() {
			const text = left.shift();
			if (text === undefined) this.destroy(new Error("broke off"));
			else this.push(Buffer.from(text));
		},
	});
}

const seen = async (start: ReturnType<typeof readStart>) => {
	const { bytes, complete, error } = await start;
	return { text: bytes.toString(), complete, error: (error as Error | undefined)?.message };
};

test("reads a body to its end", async () => {
	expect(await seen(readStart(chunks("ab", "cd"), never, PATIENT))).toEqual({ text: "abcd", complete: true });
});

test("reads an empty body", async () => {
	expect(await seen(readStart(chunks(), never, PATIENT))).toEqual({ text: "", complete: true });
});

test("stops where there is enough, and lets the rest go", async () => {
	const body = hanging("ab", "cd", "ef");
	expect(await seen(readStart(body, (length) => length >= 3, PATIENT))).toEqual({
		text: "abcd",
		complete: false,
	});
	expect(body.destroyed).toBe(true);
});

test("shows the first chunk to whoever decides", async () => {
	const firsts: string[] = [];
	const enough = (_: number, first: Buffer): boolean => {
		firsts.push(first.toString());
		return false;
	};
	await readStart(chunks("ab", "cd"), enough, PATIENT);
	expect(firsts).toEqual(["ab", "ab"]);
});

test("takes what there is of a body that does not go on", async () => {
	const body = hanging("ab");
	expect(await seen(readStart(body, never, 10))).toMatchObject({ text: "ab", complete: false });
	expect(body.destroyed).toBe(true);
});

test("keeps what came before a break, and what broke", async () => {
	expect(await seen(readStart(breaking("ab"), never, PATIENT))).toEqual({
		text: "ab",
		complete: false,
		error: "broke off",
	});
});

const page = "<p>hello</p>".repeat(50);
const start = (bytes: Buffer, complete = true) => ({ bytes, complete });

test.each<[string, string | undefined, Buffer]>([
	["nothing", undefined, Buffer.from(page)],
	["identity", "identity", Buffer.from(page)],
	["gzip", "gzip", gzipSync(page)],
	["x-gzip", "x-gzip", gzipSync(page)],
	["deflate", "deflate", deflateSync(page)],
	["deflate as the bare stream", "deflate", deflateRawSync(page)],
	["brotli", "br", brotliCompressSync(page)],
	["GZIP and spaces", " GZip ", gzipSync(page)],
	["gzip that is none", "gzip", Buffer.from(page)],
	["an encoding that was not asked for", "compress", Buffer.from(page)],
])("undoes %s", async (_, encoding, bytes) => {
	const { bytes: plain, complete } = await decompress(start(bytes), encoding, 1e6);
	expect([plain.toString(), complete]).toEqual([page, true]);
});

test.each([
	["gzip", gzipSync],
	["deflate", deflateSync],
	["br", brotliCompressSync],
] as const)("gives the start of a cut %s body", async (encoding, compress) => {
	const noise = Array.from({ length: 4000 }, (_, i) => String((i * 7919) % 1009)).join(" ");
	const whole = compress(noise);
	const cut = start(whole.subarray(0, whole.length / 2), false);
	const { bytes, complete } = await decompress(cut, encoding, 1e6);
	expect([bytes.length > 0, noise.startsWith(bytes.toString()), complete]).toEqual([true, true, false]);
});

test.each([
	["gzip", gzipSync],
	["br", brotliCompressSync],
] as const)("does not let a %s bomb out", async (encoding, compress) => {
	const bomb = compress(Buffer.alloc(50_000_000));
	const { bytes, complete } = await decompress(start(bomb), encoding, 65_536);
	expect([bytes.length < 200_000, complete]).toEqual([true, false]);
});

test("an empty body has nothing to undo", async () => {
	expect((await decompress(start(Buffer.alloc(0)), "gzip", 1e6)).bytes).toHaveLength(0);
});
