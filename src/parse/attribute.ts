import type { Attribute } from "./html.ts";
import { type Range, sourceRange } from "./piece.ts";

/** A URL in an attribute, and where it is written in the HTML. */
export interface AttributeUrl extends Range {
	readonly url: string;
}

/** Attributes that hold one URL, whatever their element. */
const single = new Set(["href", "src", "poster", "cite"]);

/**
 * The URLs that an attribute holds, without the white space that the URL standard strips from their ends.
 *
 * @param element,name In lower case.
 */
export function attributeUrls(element: string, name: string, attribute: Attribute): AttributeUrl[] {
	if (name === "srcset") return candidates(attribute);
	if (single.has(name) || (name === "data" && element === "object")) return [trimmed(attribute)];
	return [];
}

function trimmed({ value, pieces }: Attribute): AttributeUrl {
	const from = value.search(/[^\t\n\f\r ]|$/);
	const url = value.slice(from).replace(/[\t\n\f\r ]+$/, "");
	return { url, ...sourceRange(pieces, from, from + url.length) };
}

/** Splits a `srcset` as the HTML standard does (4.8.4.2.2, "parsing a srcset attribute"). */
function candidates({ value, pieces }: Attribute): AttributeUrl[] {
	const urls: AttributeUrl[] = [];
	const url = /[\t\n\f\r ,]*([^\t\n\f\r ]+)/y;
	const descriptors = /(?:\([^)]*\)?|[^,(])*/y;
	for (let found = url.exec(value); found !== null; found = url.exec(value)) {
		const word = found[1] ?? "";
		const written = word.replace(/,+$/, "");
		const from = url.lastIndex - word.length;
		urls.push({ url: written, ...sourceRange(pieces, from, from + written.length) });
		if (written !== word) continue;
		descriptors.lastIndex = url.lastIndex;
		descriptors.test(value);
		url.lastIndex = descriptors.lastIndex;
	}
	return urls;
}
