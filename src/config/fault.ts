import type * as z from "zod";
import { nearest } from "../naming/nearest.ts";
import type { Option } from "./option.ts";
import { quote } from "./problem.ts";

/** What is wrong with a value, or with something inside it. */
export interface Fault {
	/** From the value to what is wrong: keys of maps and indexes of lists. */
	readonly path: readonly PropertyKey[];
	/** True when the last step of the path is a key that should not be there; else its value is wrong. */
	readonly atKey: boolean;
	readonly message: string;
	readonly help?: string;
}

/** Everything that is wrong with a value of an option, in the order of the value. */
export function faultsIn(option: Option, value: unknown): readonly Fault[] {
	const { error } = option.kind.schema.safeParse(value);
	return (error?.issues ?? []).flatMap((issue) => {
		if (issue.code === "unrecognized_keys") return unknownKeys(option, issue);
		return issue.code === "invalid_key" ? wrongKey(issue) : wrongValue(option, issue, value);
	});
}

function unknownKeys(option: Option, issue: z.core.$ZodIssueUnrecognizedKeys): readonly Fault[] {
	return issue.keys.map((key) => ({
		path: [...issue.path, key],
		atKey: true,
		message: `unknown key ${quote(key)}`,
		...didYouMean(key, option.kind.keys ?? []),
	}));
}

function wrongKey({ path, issues }: z.core.$ZodIssueInvalidKey): Fault {
	const message = `expected ${issues[0]?.message} as a key, found ${quote(String(path.at(-1)))}`;
	return { path, atKey: true, message };
}

function wrongValue(option: Option, issue: z.core.$ZodIssue, value: unknown): Fault {
	const wrong = follow(value, issue.path);
	const hint =
		typeof wrong === "string" ? didYouMean(wrong.split("=")[0] ?? wrong, option.kind.words ?? []) : {};
	const found = option.secret ? "…" : wordValue(wrong);
	return {
		path: issue.path,
		atKey: false,
		message: `expected ${issue.message}, found ${found}`,
		...hint,
	};
}

/** The help that names the one nearest candidate, where at most a third of the word's letters are wrong. */
export function didYouMean(word: string, candidates: Iterable<string>): { readonly help?: string } {
	const meant = nearest(word, candidates, Math.floor(word.length / 3));
	return meant === undefined || meant === word ? {} : { help: `did you mean ${quote(meant)}?` };
}

function follow(value: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>((at, step) => (at as Readonly<Record<PropertyKey, unknown>>)[step], value);
}

function wordValue(value: unknown): string {
	if (value === undefined || value === null) return "nothing";
	if (typeof value === "string") return quote(value);
	if (Array.isArray(value)) return "a list";
	return typeof value === "object" ? "a map" : String(value);
}
