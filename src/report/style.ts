import type { Severity, VerdictWord } from "../model.ts";

/** Select Graphic Rendition parameters, on and off: ECMA-48, 8.3.117. */
const parameters = {
	bold: [1, 22],
	dim: [2, 22],
	red: [31, 39],
	green: [32, 39],
	yellow: [33, 39],
	blue: [34, 39],
} as const;

export type Color = keyof typeof parameters;

/** What a reader should see first is red. */
export const colors: Readonly<Record<Severity | VerdictWord, Color>> = {
	error: "red",
	warning: "yellow",
	info: "blue",
	alive: "green",
	moved: "blue",
	dead: "red",
	unsure: "yellow",
	skipped: "dim",
};

/** Colours a text, or leaves it as it is. */
export type Paint = (color: Color, text: string) => string;

export function paint(enabled: boolean): Paint {
	if (!enabled) return (_, text) => text;
	return (color, text) => {
		const [on, off] = parameters[color];
		return `\u001b[${on}m${text}\u001b[${off}m`;
	};
}

/** Makes a text clickable in terminals that know OSC 8; the others show the text alone. */
export function hyperlink(url: string, text: string): string {
	return `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;
}
