/* Where runs of `*` and `_` are emphasis: https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run. Only the clear cases. */

const word = /[\p{L}\p{N}]/u;

/** Whether a run between these characters is nothing but itself. The empty string stands for the ends of a paragraph. */
export function isLoose(marker: string, before: string, after: string): boolean {
	if (isSpace(before) && isSpace(after)) return true;
	return marker === "_" && word.test(before) && word.test(after);
}

/** Whether it can open emphasis, and cannot close any. */
export function opens(before: string, after: string): boolean {
	if (word.test(after)) return isSpace(before) || /[("'[]/.test(before);
	return isSpace(before) && /[[`]/.test(after);
}

/** Whether it can close emphasis that is open. */
export function closes(before: string, after: string): boolean {
	if (!word.test(before) && !/[)\]`.!?"']/.test(before)) return false;
	return isSpace(after) || /[.,:;)!?"'\]]/.test(after);
}

function isSpace(character: string): boolean {
	return character === "" || character === " " || character === "\n" || character === "\r";
}
