import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, type YAMLMap } from "yaml";
import { escapesIn } from "./confine.ts";
import { didYouMean, type Fault, faultsIn } from "./fault.ts";
import type { Option } from "./option.ts";
import type { OptionTable } from "./options.ts";
import { ConfigError, type Problem, quote } from "./problem.ts";
import type { SettingName, Settings } from "./settings.ts";
import { parseYaml } from "./syntax.ts";

/**
 * Reads the text of a configuration file. `file` is how messages call it; `stays` says whether a path that begins at its
 * folder ends below it, where that is known.
 *
 * @throws {ConfigError} for everything that is wrong with it, each with its line and column.
 */
export function readConfig(
	source: string,
	file: string,
	table: OptionTable,
	stays: (path: string) => boolean = () => true,
): Partial<Settings> {
	const lines = new LineCounter();
	const problem = (offset: number, { message, help }: Pick<Problem, "message" | "help">): Problem => {
		const { line, col } = lines.linePos(offset);
		return { where: `${file}:${line}:${col}`, message, ...(help === undefined ? {} : { help }) };
	};
	const { document, data, faults } = parseYaml(source, lines);
	if (faults.length > 0) throw new ConfigError(faults.map((fault) => problem(fault.offset, fault)));
	if (data === null) return {};
	const { contents } = document;
	if (!isMap(contents)) {
		const message = `expected a map of options, found ${isSeq(contents) ? "a list" : "a single value"}`;
		throw new ConfigError([problem(offsetOf(contents) ?? 0, { message, help: listOfKeys })]);
	}
	const settings = data as Readonly<Record<string, unknown>>;
	const mistakes = contents.items
		.flatMap(({ key }) => faultsOfKey(String(key), settings[String(key)], table, stays))
		.map((fault) => ({ fault, offset: find(contents, fault) }))
		.sort((a, b) => a.offset - b.offset);
	if (mistakes.length > 0) throw new ConfigError(mistakes.map(({ fault, offset }) => problem(offset, fault)));
	return withPlaces(settings, contents, lines);
}

/** Says of each entry of `ignore` where it is, so that one that is of no use can be told. */
function withPlaces(settings: Partial<Settings>, contents: YAMLMap, lines: LineCounter): Partial<Settings> {
	if (settings.ignore === undefined) return settings;
	const ignore = settings.ignore.map((entry, index) => {
		const offset = find(contents, { path: ["ignore", index], atKey: false });
		const { line, col: column } = lines.linePos(offset);
		return { ...entry, at: { line, column } };
	});
	return { ...settings, ignore };
}

const listOfKeys = "The keys are listed in docs/configuration.md.";

/** The faults of one key of the file and of its value. Their paths begin with the key, and so do their messages. */
function faultsOfKey(
	key: string,
	value: unknown,
	table: OptionTable,
	stays: (path: string) => boolean,
): readonly Fault[] {
	const option: Option | undefined = Object.hasOwn(table, key) ? table[key as SettingName] : undefined;
	if (option === undefined) return [unknownKey(key, table)];
	if (!option.surfaces.includes("file")) return [flagOnly(key)];
	const faults = faultsIn(option, value);
	return (faults.length > 0 ? faults : escapesIn(key, value, stays)).map((fault) => {
		const path = [key, ...fault.path];
		const subject = wordPath(fault.atKey ? path.slice(0, -1) : path);
		return { ...fault, path, message: `${subject}: ${fault.message}` };
	});
}

function unknownKey(key: string, table: OptionTable): Fault {
	const keys = Object.entries(table).flatMap(([name, { surfaces }]) =>
		surfaces.includes("file") ? [name] : [],
	);
	const { help } = didYouMean(key, keys);
	return {
		path: [key],
		atKey: true,
		message: `unknown key ${quote(key)}`,
		help: help === undefined ? listOfKeys : `${help} ${listOfKeys}`,
	};
}

function flagOnly(key: string): Fault {
	return {
		path: [key],
		atKey: true,
		message: `${quote(key)} is a flag and no key`,
		help: `give it on the command line: --${key}`,
	};
}

/** `exclude[1]`, `hosts["x.test"].concurrency`. */
function wordPath([key, ...steps]: readonly PropertyKey[]): string {
	const inner = steps.map((step) => {
		if (typeof step === "number") return `[${step}]`;
		const name = String(step);
		return /^[\w-]+$/.test(name) ? `.${name}` : `[${quote(name)}]`;
	});
	return `${String(key)}${inner.join("")}`;
}

/** The offset of what a fault is about: a key that should not be there, else a value, or what is nearest around it. */
function find(contents: Node, { path, atKey }: Pick<Fault, "path" | "atKey">): number {
	let offset = 0;
	let node: unknown = contents;
	for (const [index, step] of path.entries()) {
		const pair = isMap(node) ? node.items.find(({ key }) => String(key) === step) : undefined;
		const wantsKey = atKey && index === path.length - 1;
		offset = offsetOf(pair?.key) ?? offset;
		node = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
		if (!wantsKey) offset = offsetOf(node) ?? offset;
	}
	return offset;
}

/** Nothing is written where a key has no value, or where an alias stands for it. */
function offsetOf(node: unknown): number | undefined {
	if (!isNode(node) || (isScalar(node) && node.source === "")) return undefined;
	return node.range?.[0];
}
