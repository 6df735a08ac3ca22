/**
 * Letters that look like a Latin one, by that: the Cyrillic and Greek ones of https://www.unicode.org/Public/security/latest/confusables.txt
 * that fonts draw alike.
 */
const latin: Readonly<Record<string, string>> = {
	...pairs("аеорсухіјѕһԁԛԝ", "aeopcyxijshdqw"),
	...pairs("АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS"),
	...pairs("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX"),
};
const cyrillic: Readonly<Record<string, string>> = {
	...pairs("aeopcyxijs", "аеорсухіјѕ"),
	...pairs("ABEKMHOPCTYX", "АВЕКМНОРСТУХ"),
};

function pairs(from: string, to: string): Record<string, string> {
	const letters = [...to];
	return Object.fromEntries([...from].map((letter, index) => [letter, letters[index] ?? letter]));
}

/** Two letters may be a formula or a unit. */
const MIN_LENGTH = 3;
/** `URLа`: a Russian ending on an abbreviation. */
const inflected = /^[A-Z]{2,}\p{Script=Cyrillic}+$/u;

/** A word of one script in which letters of another stand for ones that look alike: how it is spelt in one. */
export function unmixed(word: string): string | undefined {
	const letters = [...word];
	const others = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
	if (letters.length < MIN_LENGTH || others.length === 0 || others.length === letters.length)
		return undefined;
	if (inflected.test(word)) return undefined;
	const isLatin = others.length * 2 < letters.length;
	const table = isLatin ? latin : cyrillic;
	const strangers = isLatin ? others : letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
	if (!isLatin && !others.every((letter) => /\p{Script=Cyrillic}/u.test(letter))) return undefined;
	if (!strangers.every((letter) => table[letter] !== undefined)) return undefined;
	return letters.map((letter) => (strangers.includes(letter) ? table[letter] : letter)).join("");
}
