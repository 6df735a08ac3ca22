import type { LinkKind } from "../model.ts";
import type { Range } from "./piece.ts";

/** A URL and where it is written. All ranges of events are offsets into the parsed text. */
export interface Destination extends Range {
	readonly url: string;
	readonly kind: LinkKind;
}

/** A link whose text are the text events up to its end. */
export interface LinkStart {
	readonly type: "link";
	readonly destination: Destination;
	readonly start: number;
	/** After its bracket or tag. */
	readonly textStart: number;
}

/** A link whose destination is elsewhere, under a label. Its text are the text events up to its end. */
export interface ReferenceStart {
	readonly type: "reference";
	/** Normalised as CommonMark compares labels. */
	readonly identifier: string;
	readonly start: number;
	readonly textStart: number;
}

/** A heading whose text are the text events up to its end. */
export interface HeadingStart {
	readonly type: "heading";
	readonly depth: number;
	readonly start: number;
}

export interface End {
	readonly type: "end";
	readonly of: LinkStart | ReferenceStart | HeadingStart;
	/** Before its bracket or tag. */
	readonly textEnd: number;
	readonly end: number;
}

/** What somebody who reads a document from its top meets. Markdown and the HTML in it give the same events. */
export type Event =
	| LinkStart
	| ReferenceStart
	| HeadingStart
	| End
	/** A destination without content of its own, and the text that stands for it. */
	| { readonly type: "destination"; readonly destination: Destination; readonly text: string }
	/** May be left out where no link, reference or heading is around. */
	| { readonly type: "text"; readonly value: string }
	/** The text that is read where an image cannot be seen. */
	| { readonly type: "alternative"; readonly value: string }
	/** What a fragment can name. */
	| { readonly type: "id"; readonly value: string };

/** Receives the events of a document in their order. */
export type Take = (event: Event) => void;
