/** A text with its white space as HTML shows it. */
export function foldSpace(text: string): string {
	// Few texts have anything to fold, and a new string for each of the others is much work.
	if (!/[\t\n\f\r]| {2}|^\s|\s$/.test(text)) return text;
	return text.replace(/[\t\n\f\r ]+/g, " ").trim();
}
