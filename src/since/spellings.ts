/** Shorter pieces of a name are in nearly every text. */
const SHORTEST = 3;

/** What no address escapes, and no author. An underscore may follow a backslash. */
const plain = /[A-Za-z0-9.-]+/g;

/**
 * Texts of which one is in every document that writes a name, whatever it escapes: the longest piece of it that needs no
 * escape, letter case aside. Other scripts are written as they are, in one Unicode form or the other, or percent-encoded. A
 * name that has neither can be in any document: then it is the empty text.
 */
export function spellingsOf(name: string): readonly string[] {
	const stem = name.replace(/(?<=.)\.\w+$/, "");
	const pieces = name.match(plain);
	const piece = longest(pieces?.[0] === name ? pieces : stem.match(plain));
	if (piece.length >= SHORTEST) return [piece];
	const foreign = longest(stem.match(/[^\p{ASCII}\p{P}\p{Z}]+/gu));
	if (foreign === "") return [piece];
	const forms = [foreign.normalize("NFC"), foreign.normalize("NFD")];
	return [...new Set(forms.flatMap((form) => [form, encodeURIComponent(form)]))];
}

function longest(pieces: readonly string[] | null): string {
	return (pieces ?? []).reduce((best, piece) => (piece.length > best.length ? piece : best), "");
}
