/** Source: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs */
const known: ReadonlySet<string> = new Set([
	...[
		"add-mask",
		"add-matcher",
		"add-path",
		"debug",
		"echo",
		"endgroup",
		"error",
		"group",
		"notice",
		"warning",
	],
	...["internal-set-repo-path", "remove-matcher", "save-state", "set-env", "set-output", "stop-commands"],
]);

/**
 * The lines that a runner takes for commands: `::name …::` after blanks, or the older `##[name …]` anywhere.
 * Source: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function commandsIn(output: string): string[] {
	return output.split(/\r\n|\r|\n/).filter((line) => {
		const infos = [between(line.trimStart(), /^::/, "::"), between(line, /##\[/, "]")];
		return infos.some((info) => known.has(info.split(" ", 1).join("").toLowerCase()));
	});
}

/** What is after the first prefix and before the next `end`; empty where there is none of these. */
function between(line: string, prefix: RegExp, end: string): string {
	const found = prefix.exec(line);
	if (found === null) return "";
	const rest = line.slice(found.index + found[0].length);
	return rest.slice(0, Math.max(0, rest.indexOf(end)));
}
