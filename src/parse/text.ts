/** A text with its white space as HTML shows it. */
export function foldSpace(text: string): string {
	return text.replace(/[\t\n\f\r ]+/g, " ").trim();
}
