/* Where runs of `*` and `_` are emphasis: https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run. Only the clear cases. */

const word = /[\p{L}\p{N}]/u;
/** Of ASCII. */
const punctuation = /[!-/:-@[-`{-~]/;

/** Whether a run between these characters is nothing but itself. The empty string stands for the ends of a paragraph. */
export function isLoose(marker: string, before: string, after: string): boolean {
	if (isSpace(before) && isSpace(after)) return true;
	return marker === "_" && word.test(before) && word.test(after);
}

/** Whether it can open emphasis, and cannot close any. */
export function opens(before: string, after: string): boolean {
	return isSpace(before) ? isWritten(after) : word.test(after) && /[("'[]/.test(before);
}

/** Whether it can close emphasis that is open. */
export function closes(before: string, after: string): boolean {
	return isWritten(before) && (isSpace(after) || (punctuation.test(after) && isWritten(after)));
}

/** No white space, and no mark whose own meaning is to be told. */
function isWritten(character: string): boolean {
	return /[^\s*_~]/.test(character);
}

function isSpace(character: string): boolean {
	return character === "" || character === " " || character === "\n" || character === "\r";
}
