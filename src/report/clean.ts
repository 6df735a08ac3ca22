/** Longest text from outside that a report shows, in UTF-16 code units; no message needs more, a hostile URL may. */
const longest = 2000;

/** CSI sequences, and the strings (OSC, DCS, SOS, PM, APC) that a terminal swallows whole: ECMA-48, 5.4 and 5.6. */
const escapeSequences =
	/(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)/g;

const lineBreaksAndTabs = /[\t-\r\u0085\u2028\u2029]+/g;

/**
 * Characters that act on what displays them instead of being displayed: C0, DEL, C1, the line and paragraph separators,
 * and the overrides and isolates of the bidirectional algorithm, which can make a text read as another
 * (Unicode Technical Standard 55). The left-to-right and right-to-left marks are not among them: honest texts need them.
 */
export const controls: RegExp = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const loneSurrogates = /\p{Surrogate}/gu;

/**
 * Makes text from outside (a URL, a path, a title, a message that quotes them) fit to be shown: one line, nothing that a
 * terminal, a runner or a renderer would obey, at most 2,000 code units and then an ellipsis. Letters stay as they are.
 */
export function clean(text: string): string {
	const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
	return cut
		.replace(escapeSequences, "")
		.replace(lineBreaksAndTabs, " ")
		.replace(controls, "")
		.replace(loneSurrogates, "");
}

/**
 * Keeps a GitHub runner, which reads every line that is printed, from taking one for a command: `::` at the start of a line
 * after any blanks, or `##[` anywhere. An invisible word joiner parts the characters.
 * Source: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function disarm(output: string): string {
	return output.replace(/^(\s*:)(?=:)/gm, "$1\u2060").replace(/##(?=\[)/g, "##\u2060");
}
