/** The bytes of a text in the encoding that a file has: what `decode` reads is written as it was. */
export function encodeLike(file: Uint8Array, text: string): Uint8Array {
	if (file[0] === 0xff && file[1] === 0xfe) return Buffer.from(text, "utf16le");
	if (file[0] === 0xfe && file[1] === 0xff) return Buffer.from(text, "utf16le").swap16();
	return Buffer.from(text);
}
