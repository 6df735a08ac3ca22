/** A text with its white space as HTML shows it. */
export function foldSpace(text: string): string {
	// Few texts have anything to fold, and a new string for each of the others is much work.
	if (
		isPlain(text.charCodeAt(0)) &&
		isPlain(text.charCodeAt(text.length - 1)) &&
		!/[\t\n\f\r]| {2}/.test(text)
	)
		return text;
	return text.replace(/[\t\n\f\r ]+/g, " ").trim();
}

/** ASCII, and no white space. */
function isPlain(code: number): boolean {
	return code > 0x20 && code < 0x7f;
}
