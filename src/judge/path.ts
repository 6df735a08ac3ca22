/** The parts of a path that name something: without empty ones, a language (`en`, `pt-br`) in front, a start page behind. */
export function pathParts({ pathname }: URL): readonly string[] {
	const parts = pathname.split("/").filter((part) => part !== "");
	if (/^[a-z]{2}([-_][a-z]{2,4})?$/i.test(parts.at(0) ?? "")) parts.shift();
	if (/^(index|home|default)(\.\w{2,5})?$/i.test(parts.at(-1) ?? "")) parts.pop();
	return parts;
}

/** Decoded where it can be, as written where not. */
export function decodedPath({ pathname, search }: URL): string {
	try {
		return decodeURIComponent(pathname + search);
	} catch {
		return pathname + search;
	}
}
