import * as z from "zod";
import type { IgnoreEntry } from "./settings.ts";

/**
 * A kind of value: how it is checked, how the expectation is worded, and how a word of a command line or of an action's
 * input becomes such a value. Zod's messages are never shown; each schema's message is what it expects, as a noun.
 */
export interface Kind<Value> {
	readonly schema: z.ZodType<Value>;
	/** What a value has to be; of a list, what an item has to be. */
	readonly expects: string;
	/** The words that are understood, where they are a closed list. */
	readonly words?: readonly string[] | undefined;
	/** The keys that are understood, where the value is a map. */
	readonly keys?: readonly string[];
	/** What the flag means when no value is joined to it by `=`. A flag with this never takes the next word. */
	readonly bare?: Value;
	/** What `--no-NAME` means; without it there is no such flag. */
	readonly negated?: Value;
	/** What a word stands for. Words that mean nothing are returned as they are, for the schema to refuse. */
	read(word: string): unknown;
}

export const toggle: Kind<boolean> = {
	schema: z.boolean("true or false"),
	expects: "true or false",
	bare: true,
	negated: false,
	read: readBoolean,
};

/** A whole number in a range, both ends included. */
export function whole(least: number, most: number): Kind<number> {
	const expects = `a whole number from ${least} to ${most}`;
	return { schema: z.int(expects).min(least, expects).max(most, expects), expects, read: readNumber };
}

/** A number of seconds above 0; fractions are allowed. */
export function seconds(most: number): Kind<number> {
	const expects = `a number of seconds above 0, at most ${most}`;
	return { schema: z.number(expects).positive(expects).max(most, expects), expects, read: readNumber };
}

export function choice<const Word extends string>(...words: readonly Word[]): Kind<Word> {
	const expects = orList(words);
	return { schema: z.enum(words, expects), expects, words, read: asWritten };
}

export function text(item: Item): Kind<string> {
	return { schema: item.schema, expects: item.expects, read: asWritten };
}

/** A path, or false where there is to be none. */
export const pathOrFalse: Kind<string | false> = {
	schema: z.union([line("a path or false").schema, z.literal(false)], "a path or false"),
	expects: "a path or false",
	negated: false,
	read: (word) => (word === "false" ? false : word),
};

/** What one item of a list has to be. */
export interface Item {
	readonly schema: z.ZodType<string>;
	readonly expects: string;
	readonly words?: readonly string[];
}

/** A list; on a command line the flag is repeated. */
export function list(item: Item): Kind<readonly string[]> {
	const { schema, expects, words } = item;
	return { schema: z.array(schema, "a list"), expects, words, read: (word) => [word] };
}

/** Everything, nothing, or the hosts that are listed; no host has a comma in its name. */
export const hostsOrAll: Kind<boolean | readonly string[]> = {
	schema: z.union([z.boolean(), z.array(line("a host name").schema)], "true, false or a list of host names"),
	expects: "true, false or a list of host names",
	bare: true,
	negated: false,
	read: (word) =>
		readBoolean(word) === word ? word.split(",").map((host) => host.trim()) : readBoolean(word),
};

/** A map from some of these keys to values. */
export function mapOf<Value>(
	keys: readonly string[],
	value: Kind<Value>,
	expects: string,
): Kind<Readonly<Partial<Record<string, Value>>>> {
	const shape = Object.fromEntries(keys.map((key) => [key, value.schema.exactOptional()]));
	return { schema: z.strictObject(shape, expects), expects, keys, words: value.words, read: asWritten };
}

/** Entries that silence findings: by rule, by path, by URL. */
export function ignoreList(rules: readonly string[]): Kind<readonly IgnoreEntry[]> {
	const expects = "a map with a reason and at least one of rule, path and url";
	const shape = {
		rule: choice(...rules).schema.exactOptional(),
		path: line("a glob").schema.exactOptional(),
		url: line("a pattern").schema.exactOptional(),
		reason: line("a reason").schema,
		until: z.iso.date("a day as 2027-01-31").exactOptional(),
	};
	const entry = z
		.strictObject(shape, expects)
		.refine(({ rule, path, url }) => (rule ?? path ?? url) !== undefined, expects);
	return {
		schema: z.array(entry, "a list"),
		expects,
		words: rules,
		keys: Object.keys(shape),
		read: asWritten,
	};
}

/** A map from host names to what `shape` has for each. */
export function hostMap<Value>(shape: z.ZodObject & z.ZodType<Value>): Kind<Readonly<Record<string, Value>>> {
	const expects = "a map from host names to their options";
	const key = "a host name in lower case";
	return {
		schema: z.record(z.string(key).regex(/^[^\s/:*\p{Lu}]+$/u, key), shape, expects),
		expects,
		keys: Object.keys(shape.shape),
		read: asWritten,
	};
}

/** Text that is not empty, in one line. */
export function line(expects: string): Item {
	const schema = z
		.string(expects)
		.min(1, expects)
		.max(2000, `${expects} of at most 2000 characters`)
		.regex(/^\P{Cc}*$/u, `${expects} without control characters`);
	return { schema, expects };
}

/** `a, b or c`. */
export function orList(words: readonly string[]): string {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function asWritten(word: string): string {
	return word;
}

/** The spellings of YAML 1.2, which action inputs use as well. */
function readBoolean(word: string): boolean | string {
	if (/^(?:true|True|TRUE)$/.test(word)) return true;
	if (/^(?:false|False|FALSE)$/.test(word)) return false;
	return word;
}

function readNumber(word: string): number | string {
	return /^[+-]?\d+(?:\.\d+)?$/.test(word) ? Number(word) : word;
}
