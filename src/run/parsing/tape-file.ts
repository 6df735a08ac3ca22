import type { Tape } from "../../parse/record/tape.ts";
import { type Seal, seal, unseal } from "../sealed-file.ts";

/** Of a file of tapes. */
export const tapeSeal: Seal = { signature: "shelfread documents ", format: 1 };

const NEWLINE = 0x0a;

/** Tapes by the name of the content that they are of. */
export type Tapes = ReadonlyMap<string, Tape>;

interface Entry {
	readonly key: string;
	/** How many. */
	readonly numbers: number;
	readonly texts: readonly string[];
}

/** Sealed: a line of JSON that says which tapes there are, in this order; and their numbers, one tape after the other. */
export function encodeTapes(tapes: Tapes): Uint8Array {
	const entries = [...tapes].map(([key, { numbers, texts }]): Entry => {
		return { key, numbers: numbers.length, texts };
	});
	const numbers = [...tapes.values()].map((tape) => bytesOf(tape.numbers));
	return seal(tapeSeal, Buffer.concat([Buffer.from(`${JSON.stringify(entries)}\n`), ...numbers]));
}

/** The tapes in a file; none where its seal is broken, or not of this very program. */
export function decodeTapes(file: Uint8Array): Tapes {
	const content = unseal(tapeSeal, file);
	if (content === undefined) return new Map();
	const end = content.indexOf(NEWLINE);
	const entries = JSON.parse(Buffer.from(content.subarray(0, end)).toString()) as readonly Entry[];
	// Numbers have to begin where a number can: these bytes are not, so they are copied.
	const numbers = new Int32Array(Uint8Array.from(content.subarray(end + 1)).buffer);
	let at = 0;
	return new Map(
		entries.map(({ key, numbers: count, texts }) => {
			at += count;
			return [key, { numbers: numbers.subarray(at - count, at), texts }];
		}),
	);
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array): Uint8Array {
	return new Uint8Array(buffer, byteOffset, byteLength);
}
