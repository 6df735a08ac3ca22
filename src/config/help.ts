import { groups, type Option } from "./option.ts";
import type { OptionTable } from "./options.ts";
import type { SettingName } from "./settings.ts";

const WIDTH = 100;
const INDENT = "  ";
/** The column where explanations begin. */
const MARGIN = 30;

/** What `--help` prints: at most 100 columns, with its last newline. */
export function helpText(table: OptionTable): string {
	const sections = groups.map((group) => {
		const rows = (Object.entries(table) as [SettingName, Option][])
			.filter(([, { group: own, surfaces }]) => own === group && isOnCommandLine(surfaces))
			.flatMap(([name, option]) => rowsOf(name, option));
		return [group, ...rows].join("\n");
	});
	return `${[opening, ...sections, closing].join("\n\n")}\n`;
}

const opening = `shelfread checks that every link, local file and PDF of Markdown documents is there.

Usage
  shelfread [options] [PATH…]
  shelfread list [PATH…]            List the links in documents, or with --entries what these list
  shelfread probe URL [options]     Show all that happens at one look at a URL
  shelfread judge FILE              Show what a probe recorded, and judge it again
  shelfread rules                   List all rules with their severities
  shelfread explain RULE            Show the page of a rule`;

const closing = `--no-NAME turns a switch off again; there are --no-cache, --no-baseline, --no-allow-private and
--no-config, too.
.shelfread.yml holds the same options as keys; flags win over it.

Examples
  shelfread                                     All Markdown that git tracks here
  shelfread --offline README.md docs            Local files, anchors and PDFs only
  shelfread "**/*.md" "!vendor/**"              A pattern, without a folder
  shelfread --format text --format json=out.json
  shelfread probe https://example.com/page

Exit codes
  0  nothing to report at the severity of --fail-on
  1  findings
  2  the job could not be done: usage, configuration, no network`;

function isOnCommandLine(surfaces: Option["surfaces"]): boolean {
	return surfaces.includes("flag") || surfaces.includes("argument");
}

function rowsOf(name: SettingName, option: Option): readonly string[] {
	const initial = wordDefault(option);
	const about = initial === undefined ? option.about : `${option.about} (default ${initial})`;
	const row = wordRow(flagOf(name, option), about);
	if (option.shorthand === undefined) return [row];
	const { flag, value } = option.shorthand;
	return [row, wordRow(`--${flag}`, `The same as --${name} ${String(value)}`)];
}

function flagOf(name: SettingName, { placeholder, surfaces, short, kind }: Option): string {
	if (surfaces.includes("argument")) return `${placeholder}…`;
	const flag = short === undefined ? `--${name}` : `-${short}, --${name}`;
	if (placeholder === undefined) return flag;
	return kind.bare === undefined ? `${flag} ${placeholder}` : `${flag}[=${placeholder}]`;
}

/** Undefined where the default is nothing: off, empty, or not there. */
function wordDefault({ default: value }: Option): string | undefined {
	if (value === undefined || value === false || (Array.isArray(value) && value.length === 0))
		return undefined;
	return String(value);
}

function wordRow(flag: string, about: string): string {
	const lines = wrap(about, WIDTH - MARGIN);
	const fits = INDENT.length + flag.length + 2 <= MARGIN;
	const head = fits ? `${INDENT}${flag}`.padEnd(MARGIN) : `${INDENT}${flag}\n${" ".repeat(MARGIN)}`;
	return head + lines.join(`\n${" ".repeat(MARGIN)}`);
}

/** Breaks at blanks; a longer word than `width` keeps a line of its own. */
function wrap(text: string, width: number): readonly string[] {
	const lines: string[] = [];
	for (const word of text.split(" ")) {
		const line = lines.at(-1);
		if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
		else lines[lines.length - 1] = `${line} ${word}`;
	}
	return lines;
}
