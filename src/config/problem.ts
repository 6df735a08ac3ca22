/** One thing that is wrong with what was asked for. */
export interface Problem {
	/** `file:line:column`, or `file`; absent for a command line. */
	readonly where?: string;
	/** One clause: what is wrong, with the value as written. */
	readonly message: string;
	/** What to do about it. */
	readonly help?: string;
}

/** A command line, a configuration file or an action's inputs cannot be followed. Its message words all the problems. */
export class ConfigError extends Error {
	override readonly name = "ConfigError";
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		super(problems.map(wordProblem).join("\n"));
		this.problems = problems;
	}
}

function wordProblem({ where, message, help }: Problem): string {
	const line = where === undefined ? message : `${where}  ${message}`;
	return help === undefined ? line : `${line}\n  help: ${help}`;
}

const LONGEST_QUOTE = 60;

/** A text as a message shows it: in quotes, cut when long, and without characters that would act on a terminal. */
export function quote(text: string): string {
	const short = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
	return JSON.stringify(short).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeCharacter);
}

function escapeCharacter(character: string): string {
	return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
