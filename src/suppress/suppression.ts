import type { Finding, JudgedLink, Span } from "../model.ts";
import type { Place } from "./place.ts";

/** Something that silences findings: of one rule, or of all where `rule` is absent. */
export interface Suppression {
	readonly rule?: string;
	/** Where to complain when it silences nothing; absent where nobody promised that it does. */
	readonly origin?: Origin;
}

/** A stretch of a document in which a rule is silent. */
export interface Scope extends Suppression {
	readonly path: string;
	readonly start: Place;
	/** Where a rule speaks again; without one, where all do that were silenced. Not before `start`. */
	end(rule?: string): Place;
}

/** An entry of the configuration, for the documents and links that it is about. */
export interface Ignoring extends Suppression {
	/** Whether it silences a finding; the rule counts. */
	silences(finding: Finding): boolean;
	/** Whether it is about the place or the address of a link; the rule does not count. */
	reaches(link: JudgedLink): boolean;
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
