import type { ArxivStamp, PathState } from "./target.ts";
import type { Reason } from "./verdict.ts";

/* What happened when targets were looked at. */

/** Why a request was made. */
export type AttemptCause = "first" | "redirect" | "refresh" | "retry" | "identity" | "lenient" | "sibling";

/** Everything that can happen to a request instead of an answer. */
export type FailureCode =
	| "no-such-host"
	| "lookup-failed"
	| "private-address"
	| "refused"
	| "unreachable"
	| "reset"
	| "timeout"
	| "tls-expired"
	| "tls-wrong-host"
	| "tls-self-signed"
	/** A link of the chain is missing: browsers often have it, Node does not. */
	| "tls-incomplete"
	| "tls-handshake"
	| "unreadable-answer"
	/** A redirect without a Location, or with one that is no URL. */
	| "bad-redirect"
	/** A redirect to something that is not the web: `mailto:`, `itms-apps:`. */
	| "foreign-redirect"
	| "redirect-loop"
	| "too-many-redirects";

/** Why a look ended before its answer. */
export type Ending = "deadline" | "cancelled" | "rate-limited" | "host-silent" | "no-network";

/** One request and what became of it. */
export interface Attempt {
	readonly cause: AttemptCause;
	readonly method: "GET";
	readonly url: string;
	/** Which user agent asked: our own name, or the same name in the form that older servers expect. */
	readonly identity: "plain" | "compatible";
	readonly status?: number;
	/** Set when there is no answer, or when the answer cannot be used. */
	readonly failure?: { readonly code: FailureCode; readonly detail: string };
	/** Lower-case names; only those that a verdict or a reader may need, never a secret. */
	readonly headers: Readonly<Record<string, string>>;
	/** The address that was connected to. */
	readonly address?: string;
	readonly milliseconds: number;
	readonly body?: BodyFacts;
}

/** What is kept of a body. */
export interface BodyFacts {
	/** By its first bytes, not by its header. */
	readonly looksLike: "html" | "pdf" | "xml" | "json" | "text" | "binary" | "empty";
	/** Decompressed bytes that were read. */
	readonly bytes: number;
	/** False when reading stopped before the end: nothing may then be concluded from what is not there. */
	readonly complete: boolean;
	readonly title?: string;
	readonly h1?: string;
	/** Characters of visible text that were read, white space folded. */
	readonly textLength: number;
	/** The visible text, where the body is complete and the text at most 2 KiB. */
	readonly text?: string;
	/** The first 16 KiB of the source, where `text` is there. */
	readonly source?: string;
	/** Where `<meta http-equiv=refresh>` leads, resolved, and after how many seconds. */
	readonly refresh?: { readonly url: string; readonly seconds: number };
	/** The values of `id` and `name`, where an anchor is looked for. */
	readonly ids?: readonly string[];
	/** Scripts and a root element but hardly any text: what a reader sees is made in the browser. */
	readonly shell: boolean;
}

/** What a local document begins and ends like. */
export type PdfState =
	| "pdf"
	| "empty"
	| "html"
	| "lfs-pointer"
	/** A Git LFS pointer whose path git hands to LFS: the content is where it should be, but not here. */
	| "lfs-elsewhere"
	| "no-header"
	| "no-trailer";

/** All that happened to one target. */
export type Observation = HttpObservation | FileObservation | NoObservation;

export interface HttpObservation {
	readonly kind: "http";
	readonly key: string;
	/** In the order they were made. */
	readonly attempts: readonly Attempt[];
	/** Who answered: the page itself, or a host adapter by its name. */
	readonly via: string;
	/** Set when it was not seen in this run but remembered from one before: when, in milliseconds since the epoch. */
	readonly seenAt?: number;
	/** Set when looking stopped early; the attempts are then all that is known. */
	readonly ended?: Ending;
}

export interface FileObservation {
	readonly kind: "file";
	readonly key: string;
	readonly state: PathState;
	/** Set when the file exists and cannot be read. */
	readonly unreadable?: string;
	readonly pdf?: PdfState;
	/** How many pages a PDF has, where a link asks for one and the file tells. */
	readonly pages?: number;
	/** For a PDF that arXiv made, where its first page tells. */
	readonly arxiv?: ArxivStamp;
	/** For Markdown and HTML: what a fragment can name. */
	readonly anchors?: readonly string[];
}

export interface NoObservation {
	readonly kind: "none";
	readonly key: string;
	readonly reason: Reason;
}
