import { expect, test } from "vitest";
import { decodeTapes, encodeTapes } from "../../../src/run/parsing/tape-file.ts";

const tapes = new Map([
	["none", { numbers: Int32Array.from([]), texts: [] }],
	["numbers", { numbers: Int32Array.from([0, -1, 2 ** 31 - 1, -(2 ** 31)]), texts: [] }],
	["texts", { numbers: Int32Array.from([7]), texts: ["", "a\nb", "é 漢 😀", "\ud800", "\0"] }],
]);

test("what is written is read, in the same order", () => {
	const read = decodeTapes(encodeTapes(tapes));
	expect([...read]).toEqual([...tapes]);
});

test("a file without tapes is one", () => {
	expect(decodeTapes(encodeTapes(new Map())).size).toBe(0);
});

const file = encodeTapes(tapes);
const places = Array.from({ length: file.length }, (_, at) => at);

test("one that was cut off has none, wherever that was", () => {
	expect(places.filter((at) => decodeTapes(file.subarray(0, at)).size > 0)).toEqual([]);
});

test("one of which a bit has changed has none, whichever that is", () => {
	const flipped = (at: number) => file.map((byte, index) => (index === at ? byte ^ (1 << (at % 8)) : byte));
	expect(places.filter((at) => decodeTapes(flipped(at)).size > 0)).toEqual([]);
});

test("one that goes on has none", () => {
	expect(decodeTapes(Buffer.concat([file, Buffer.from("\n")])).size).toBe(0);
});

test("one of another version has none", () => {
	const other = Buffer.from(file)
		.toString("latin1")
		.replace(/ \d+\.\d+\.\d+ /, " 0.0.9 ");
	expect(decodeTapes(Buffer.from(other, "latin1")).size).toBe(0);
});
