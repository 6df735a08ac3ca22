/** Shown on top of the character before, or not at all. */
const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Wide and fullwidth characters (Unicode Standard Annex 11), by blocks, and what is shown as an emoji by default. */
const wide =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18d7f}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;

/** How many columns a terminal needs for a text without control characters. */
export function width(text: string): number {
	let columns = 0;
	for (const character of text) {
		if (wide.test(character)) columns += 2;
		else if (!zeroWidth.test(character)) columns += 1;
	}
	return columns;
}

/**
 * Breaks a text into lines of at most so many columns, at its blanks only: a URL or a path that is longer stays whole, so
 * that it can be copied. Always at least one line.
 */
export function wrap(text: string, columns: number): string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(" ")) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (line !== "" && width(longer) > columns) {
			lines.push(line);
			line = word;
		} else {
			line = longer;
		}
	}
	return [...lines, line];
}
