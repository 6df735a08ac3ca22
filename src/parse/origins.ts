import type { Html, Nodes, Text } from "mdast";
import type { CompileContext, Extension, Handle } from "mdast-util-from-markdown";
import type { Piece, Range } from "./piece.ts";

type Token = Parameters<Handle>[0];

/** A node that stands for a destination, and where that is written. */
export interface Written extends Range {
	/** The address is its own label: `<https://…>`, or a bare URL. */
	readonly bare: boolean;
}

/** Where the nodes of a tree come from, beyond their positions. */
export interface Origins {
	/** For links, images and definitions. */
	readonly written: Map<Nodes, Written>;
	/** For text and HTML nodes; text without any is written as it is. */
	readonly pieces: Map<Nodes, Piece[]>;
}

/** The pieces of a text or of HTML. */
export function piecesOf(node: Text | Html, { pieces }: Origins): readonly Piece[] {
	const { start, end } = node.position ?? {};
	const whole = { from: 0, to: node.value.length, start: start?.offset ?? 0, end: end?.offset ?? 0 };
	return pieces.get(node) ?? [whole];
}

const raw = { markup: 0, bare: false };
const literal = { markup: 1, bare: false };
const bare = { markup: 0, bare: true };

/** The tokens that hold a destination, and how many characters of markup are on each side of it. */
const destinations = new Map([
	["resourceDestinationRaw", raw],
	["resourceDestinationLiteral", literal],
	["definitionDestinationRaw", raw],
	["definitionDestinationLiteral", literal],
	["autolinkProtocol", bare],
	["autolinkEmail", bare],
	["literalAutolinkHttp", bare],
	["literalAutolinkWww", bare],
]);

/** The tokens that become text, or the value of HTML. */
const values = new Set([
	"data",
	"characterEscape",
	"characterReference",
	"lineEnding",
	"htmlFlowData",
	"htmlTextData",
]);

/**
 * Notes the source of what the tokens become. It wraps the handlers of those tokens when the first one comes: an `afterExit`
 * would be called for all tokens, each time with a context of its own.
 *
 * @param base The offset that tokens count from.
 */
export function recorder({ written, pieces }: Origins, base: number): Extension {
	return {
		beforeEnter() {
			const { exit } = this.config;
			this.config.beforeEnter = [];
			for (const [type, { markup, bare }] of destinations) {
				exit[type] = then(exit[type], (context, { start, end }) => {
					const range = { start: base + start.offset + markup, end: base + end.offset - markup };
					written.set(top(context), { ...range, bare });
				});
			}
			exit.resource = then(exit.resource, (context, { start }) => {
				const place = base + start.offset + 1;
				if (!written.has(top(context))) written.set(top(context), { start: place, end: place, bare: false });
			});
			for (const type of values) {
				exit[type] = then(exit[type], (context, token) => recordPiece(context, token, pieces, base));
			}
		},
	};
}

function then(first: Handle | undefined, next: (context: CompileContext, token: Token) => void): Handle {
	return function (token) {
		first?.call(this, token);
		next(this, token);
	};
}

function top(context: CompileContext): Nodes {
	return context.stack.at(-1) as Nodes;
}

/** Notes that the open text grew by a token. */
function recordPiece(context: CompileContext, token: Token, pieces: Origins["pieces"], base: number): void {
	const parent = context.stack.at(-1);
	const text = parent !== undefined && "children" in parent ? parent.children.at(-1) : undefined;
	if (text?.type !== "text") return;
	const outer = context.stack.at(-2);
	const owner = outer?.type === "html" ? outer : text;
	const list = pieces.get(owner) ?? [];
	const from = list.at(-1)?.to ?? 0;
	const to = text.value.length;
	if (to === from) return;
	pieces.set(owner, list);
	const start = base + token.start.offset;
	const end = base + token.end.offset;
	// A container may take a part of a tab; the rest of it becomes spaces that are not in the source.
	const spaces = Math.max(0, to - from - (end - start));
	if (spaces > 0) list.push({ from, to: from + spaces, start, end: start });
	list.push({ from: from + spaces, to, start, end });
}
