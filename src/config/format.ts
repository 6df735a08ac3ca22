import * as z from "zod";
import { type Item, orList } from "./kind.ts";

/** One report to write. */
export interface Format {
	readonly name: string;
	/** A path; absent for standard output. */
	readonly file?: string;
}

/** Takes `name` or `name=file` apart, at the first `=`. */
export function parseFormat(text: string): Format {
	const at = text.indexOf("=");
	return at === -1 ? { name: text } : { name: text.slice(0, at), file: text.slice(at + 1) };
}

/** A valid item of the option `format`. */
export function formatItem(names: readonly string[]): Item {
	const expects = `${orList(names)}, and =FILE after it where it goes into a file`;
	const schema = z.string(expects).regex(new RegExp(`^(?:${names.join("|")})(?:=.+)?$`), expects);
	return { expects, schema, words: names };
}
