/** `text` keeps its byte order mark; it is absent when the bytes are no text. */
export interface Decoded {
	readonly text?: string;
	/** Where the first byte is that is not UTF-8, from 1, columns in UTF-16 units. */
	readonly badByte?: { readonly line: number; readonly column: number };
}

/** How far a NUL is looked for: git decides by the first 8,000 bytes what is binary. */
const SNIFFED_BYTES = 8000;

/** UTF-16 by its byte order mark, else UTF-8; what is not valid becomes U+FFFD. */
export function decode(bytes: Uint8Array): Decoded {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decodeAs("utf-16le", bytes) };
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decodeAs("utf-16be", bytes) };
	if (bytes.subarray(0, SNIFFED_BYTES).includes(0)) return {};
	const text = decodeAs("utf-8", bytes);
	const badByte = isValid(bytes) ? undefined : firstDifference(text, bytes);
	return badByte === undefined ? { text } : { text, badByte };
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
	return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function isValid(bytes: Uint8Array): boolean {
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

/** The first U+FFFD of `text` that is not one in the file too. */
function firstDifference(text: string, bytes: Uint8Array): Decoded["badByte"] {
	const replacement = Buffer.from("\uFFFD");
	let offset = -1;
	let byte = 0;
	for (;;) {
		const next = text.indexOf("\uFFFD", offset + 1);
		byte += Buffer.byteLength(text.slice(offset + 1, next));
		offset = next;
		if (!replacement.equals(bytes.subarray(byte, byte + replacement.length))) break;
		byte += replacement.length;
	}
	const before = text
		.slice(0, offset)
		.replace(/^\uFEFF/, "")
		.split(/\r\n|\r|\n/);
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
