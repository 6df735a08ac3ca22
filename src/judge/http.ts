import type { Attempt, FailureCode, HttpObservation, Reason, Verdict, VerdictWord } from "../model.ts";
import { judgeAnchor } from "./anchor.ts";
import { judgeContent } from "./content.ts";
import { lastRound } from "./trail.ts";

/** The last try of a look, opened up for the steps below. */
export interface Look {
	/** What the link asks for, without its fragment. */
	readonly asked: string;
	readonly fragment: string | undefined;
	readonly hops: readonly Attempt[];
	/** The last of `hops`. */
	readonly answer: Attempt;
	/** Every attempt, earlier tries and probes included. */
	readonly attempts: readonly Attempt[];
}

/** One thing that an observation can say for certain; undefined hands it on to the next. */
export type Step = (look: Look) => Verdict | undefined;

/** What was seen, from the most to the least decisive. What none of them objects to is alive. */
const steps: readonly Step[] = [failed, answeredWithStatus, judgeContent, judgeAnchor];

/** The verdict on one link, from what happened to its target. `fragment` is the link's own, without `#`. */
export function judgeHttp(observation: HttpObservation, fragment?: string): Verdict {
	if (observation.ended !== undefined) return endings[observation.ended];
	const hops = lastRound(observation.attempts);
	const answer = hops.at(-1);
	if (answer === undefined) return { verdict: "skipped", reason: "cancelled" };
	const look: Look = { asked: observation.key, fragment, hops, answer, attempts: observation.attempts };
	for (const step of steps) {
		const verdict = step(look);
		if (verdict !== undefined) return { ...whereItEnded(look), ...verdict };
	}
	return { ...whereItEnded(look), ...arrival(look) };
}

const endings: Readonly<Record<NonNullable<HttpObservation["ended"]>, Verdict>> = {
	deadline: { verdict: "skipped", reason: "deadline" },
	cancelled: { verdict: "skipped", reason: "cancelled" },
	"rate-limited": {
		verdict: "unsure",
		reason: "rate-limited",
		evidence: "the host asks to wait longer than the time for a link",
	},
	"no-network": { verdict: "unsure", reason: "no-network" },
};

const failures: Readonly<Record<FailureCode, readonly [VerdictWord, Reason]>> = {
	"no-such-host": ["dead", "no-such-host"],
	"lookup-failed": ["unsure", "connection"],
	"private-address": ["skipped", "private-address"],
	refused: ["dead", "refused"],
	unreachable: ["unsure", "connection"],
	reset: ["unsure", "connection"],
	timeout: ["unsure", "timeout"],
	"tls-expired": ["dead", "tls"],
	"tls-wrong-host": ["dead", "tls"],
	"tls-self-signed": ["dead", "tls"],
	"tls-incomplete": ["unsure", "connection"],
	"tls-handshake": ["unsure", "connection"],
	"unreadable-answer": ["unsure", "connection"],
	"bad-redirect": ["dead", "bad-redirect"],
	"foreign-redirect": ["skipped", "unsupported-scheme"],
	"redirect-loop": ["dead", "redirect-loop"],
	"too-many-redirects": ["dead", "too-many-redirects"],
};

function failed({ answer, hops }: Look): Verdict | undefined {
	if (answer.failure === undefined) return undefined;
	const { code, detail } = answer.failure;
	// A link to a private address is the author's business; a public page that sends readers to one is broken.
	if (code === "private-address" && hops.length > 1)
		return { verdict: "dead", reason: "bad-redirect", evidence: detail };
	const [verdict, reason] = failures[code];
	return { verdict, reason, evidence: detail };
}

/** Refusals and errors by status (RFC 9110, RFC 6585, RFC 7725). 999 is LinkedIn's way to turn robots away. */
const statuses: Readonly<Record<number, readonly [VerdictWord, Reason]>> = {
	401: ["unsure", "login"],
	404: ["dead", "not-found"],
	407: ["unsure", "login"],
	408: ["unsure", "timeout"],
	410: ["dead", "not-found"],
	425: ["unsure", "rate-limited"],
	429: ["unsure", "rate-limited"],
	451: ["unsure", "legal"],
	511: ["unsure", "no-network"],
	999: ["unsure", "bot-wall"],
};

function answeredWithStatus({ answer }: Look): Verdict | undefined {
	const status = answer.status ?? 0;
	if (status >= 200 && status < 400) return undefined;
	const known = statuses[status];
	if (known !== undefined) return { verdict: known[0], reason: known[1] };
	if (status >= 500 && status < 600) return { verdict: "unsure", reason: "server-error" };
	// The server understood and does not want to: to us, perhaps not to a reader.
	if (status >= 400 && status < 500) return { verdict: "unsure", reason: "forbidden" };
	return { verdict: "unsure", reason: "connection" };
}

function whereItEnded({ answer, hops }: Look): Pick<Verdict, "status" | "finalUrl"> {
	return {
		...(answer.status === undefined ? {} : { status: answer.status }),
		...(hops.length > 1 ? { finalUrl: answer.url } : {}),
	};
}

const permanent = new Set([301, 308]);

function arrival({ hops }: Look): Verdict {
	if (hops.length === 1) return { verdict: "alive", reason: "ok" };
	const moved = hops
		.slice(0, -1)
		.every((hop, i) => permanent.has(hop.status ?? 0) && hops[i + 1]?.cause === "redirect");
	return moved
		? { verdict: "moved", reason: "permanent-redirect" }
		: { verdict: "alive", reason: "redirected" };
}
