import { parseArgs } from "node:util";
import { didYouMean } from "./fault.ts";
import type { Option } from "./option.ts";
import type { OptionTable } from "./options.ts";
import { ConfigError, type Problem, quote } from "./problem.ts";
import type { SettingName, Settings } from "./settings.ts";
import { join, readWord } from "./word.ts";

/** The commands that take one word, and what it is. */
const operands = { probe: "URL", judge: "FILE", explain: "RULE" } as const;

/** All commands that have a name. Without one, paths are checked. */
const commands = [...(Object.keys(operands) as (keyof typeof operands)[]), "list", "rules"] as const;

type Command = (typeof commands)[number] | "check";

/** What a command line asks for. Paths are among the settings. */
export type Arguments =
	| { readonly command: "check" | "list" | "rules"; readonly settings: Partial<Settings> }
	| {
			readonly command: keyof typeof operands;
			readonly operand: string;
			readonly settings: Partial<Settings>;
	  };

/** The flags that mean something with some commands only. */
const flagsOfSome: readonly {
	readonly flag: SettingName;
	readonly commands: readonly Command[];
	readonly usage: string;
}[] = [
	{ flag: "save", commands: ["probe"], usage: "shelfread probe URL --save FILE" },
	{ flag: "entries", commands: ["list"], usage: "shelfread list --entries" },
	{ flag: "jsonl", commands: ["list", "rules"], usage: "shelfread list --jsonl" },
];

interface Flag {
	readonly name: SettingName;
	readonly option: Option;
	/** The value of a flag that is a whole sentence: `--offline`, `--no-cache`. */
	readonly means?: unknown;
}

type OptionToken = Extract<ReturnType<typeof tokenize>[number], { readonly kind: "option" }>;

/**
 * Reads a command line, without the program's name. `--flag value` and `--flag=value` are the same; `--` ends the
 * flags; of a flag given twice the last counts, lists grow.
 *
 * @throws {ConfigError} for everything that is wrong with it.
 */
export function parseArguments(argv: readonly string[], table: OptionTable): Arguments {
	const flags = flagsOf(table);
	const settings: Partial<Record<SettingName, unknown>> = {};
	const words: string[] = [];
	const problems: Problem[] = [];
	let terminated = false;
	let command: Command = "check";

	for (const token of tokenize(argv, flags)) {
		if (token.kind === "option-terminator") terminated = true;
		else if (token.kind === "option") {
			const given = readFlag(token, flags);
			problems.push(...given.problems);
			if (given.name !== undefined) settings[given.name] = join(settings[given.name], given.value);
		} else if (isCommand(token.value) && words.length === 0 && !terminated && command === "check")
			command = token.value;
		else words.push(token.value);
	}
	// Who asks for help does not know yet what a command wants.
	const asksForHelp = settings.help === true || settings.version === true;
	if (!asksForHelp) {
		if (takesOne(command) && words.length !== 1) problems.push(onlyOne(command, words.length));
		if (command === "rules" && words.length > 0) problems.push(noPaths(words));
		for (const one of flagsOfSome) {
			if (!one.commands.includes(command) && settings[one.flag] !== undefined) problems.push(onlyWith(one));
		}
	}
	if (problems.length > 0) throw new ConfigError(problems);

	const [operand] = words;
	if (takesOne(command)) {
		// Without its operand there is a question for help, which settings answer.
		if (operand === undefined) return { command: "check", settings: settings as Partial<Settings> };
		return { command, operand, settings: settings as Partial<Settings> };
	}
	if (words.length > 0) settings.paths = words;
	return { command, settings: settings as Partial<Settings> };
}

function isCommand(word: string): word is (typeof commands)[number] {
	return (commands as readonly string[]).includes(word);
}

function takesOne(command: Command): command is keyof typeof operands {
	return Object.hasOwn(operands, command);
}

function flagsOf(table: OptionTable): ReadonlyMap<string, Flag> {
	const flags = new Map<string, Flag>();
	for (const [key, option] of Object.entries(table) as [SettingName, Option][]) {
		if (!option.surfaces.includes("flag")) continue;
		flags.set(key, { name: key, option });
		const { negated } = option.kind;
		if (negated !== undefined) flags.set(`no-${key}`, { name: key, option, means: negated });
		if (option.shorthand)
			flags.set(option.shorthand.flag, { name: key, option, means: option.shorthand.value });
	}
	return flags;
}

function tokenize(argv: readonly string[], flags: ReadonlyMap<string, Flag>) {
	const options = [...flags].map(([flag, { option, means }]) => [
		flag,
		{
			type:
				means === undefined && option.kind.bare === undefined ? ("string" as const) : ("boolean" as const),
			...(means === undefined && option.short !== undefined ? { short: option.short } : {}),
		},
	]);
	return parseArgs({
		args: [...argv],
		options: Object.fromEntries(options),
		strict: false,
		tokens: true,
	}).tokens;
}

function readFlag(
	token: OptionToken,
	flags: ReadonlyMap<string, Flag>,
): { readonly name?: SettingName; readonly value?: unknown; readonly problems: readonly Problem[] } {
	const { rawName, value: word } = token;
	const flag = flags.get(token.name);
	if (flag === undefined) return { problems: [unknownFlag(rawName, flags)] };
	const { name, option, means } = flag;
	if (means !== undefined) {
		return word === undefined ? { name, value: means, problems: [] } : { problems: [noValue(rawName, word)] };
	}
	if (word === undefined && option.kind.bare !== undefined)
		return { name, value: option.kind.bare, problems: [] };
	if (word === undefined || isFlag(token)) return { problems: [valueMissing(rawName, option)] };
	return { name, ...readWord(rawName, option, word) };
}

/** True when a flag that wants a value is followed by the next flag instead of one. */
function isFlag({ inlineValue, value }: OptionToken): boolean {
	return inlineValue === false && value !== undefined && /^-[^\d]/.test(value);
}

function unknownFlag(flag: string, flags: ReadonlyMap<string, Flag>): Problem {
	const { help } = didYouMean(
		flag,
		[...flags.keys()].map((name) => `--${name}`),
	);
	const all = "shelfread --help lists the flags";
	return { message: `unknown flag ${quote(flag)}`, help: help === undefined ? `${all}.` : `${help} ${all}.` };
}

function noValue(flag: string, word: string): Problem {
	return { message: `${flag}: expected no value, found ${quote(word)}` };
}

function valueMissing(flag: string, { kind, placeholder }: Option): Problem {
	return {
		message: `${flag}: expected ${kind.expects}, found nothing`,
		help: `write ${flag} ${placeholder}`,
	};
}

function onlyOne(command: keyof typeof operands, count: number): Problem {
	return {
		message: `${command}: expected one ${operands[command]}, found ${count === 0 ? "nothing" : count}`,
		help: `a file of this name is checked by: shelfread ./${command}`,
	};
}

function onlyWith({ flag, commands, usage }: (typeof flagsOfSome)[number]): Problem {
	return {
		message: `--${flag}: expected the command ${commands.join(" or ")} with it`,
		help: `write ${usage}`,
	};
}

function noPaths([word = ""]: readonly string[]): Problem {
	return {
		message: `rules: expected nothing after it, found ${quote(word)}`,
		help: "shelfread explain RULE shows one rule; a folder of this name is checked by: shelfread ./rules",
	};
}
