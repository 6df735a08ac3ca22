import type { Finding, JudgedLink, Position, Span } from "../model.ts";

/** Something that silences findings: of one rule, or of all where `rule` is absent. */
export interface Suppression {
	readonly rule?: string;
	/** Whether it silences a finding; the rule counts. */
	silences(finding: Finding): boolean;
	/** Whether it is about the place or the address of a link; the rule does not count. */
	reaches(link: JudgedLink): boolean;
	/** Where to complain when it silences nothing; absent where nobody promised that it does. */
	readonly origin?: Origin;
}

/** Where a suppression is written. */
export interface Origin {
	readonly path: string;
	readonly span: Span;
	/** As a person wrote it. */
	readonly written: string;
	/** The rule that was meant, where the one that is written does not exist; empty when none is near. */
	readonly meant?: string;
	/** The last day it held, where that has passed. */
	readonly expired?: string;
}

/** A place in a document, whatever its offset. */
export type Place = Pick<Position, "line" | "column">;

export function isBefore(a: Place, b: Place): boolean {
	return a.line < b.line || (a.line === b.line && a.column < b.column);
}
