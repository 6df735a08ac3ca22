import type { Attempt, FailureCode, HttpObservation, Reason, Verdict, VerdictWord } from "../model.ts";
import { judgeAnchor } from "./anchor.ts";
import { judgeContent } from "./content.ts";
import { judgeParking, judgeTombstone, judgeWall } from "./impostor.ts";
import { judgeConsent, judgeLogin } from "./login.ts";
import { type Look, openLook, type Step } from "./look.ts";
import { neighbourSays } from "./neighbour.ts";
import { endsAboveItsPath, judgeNotFoundPage, judgeSuspicion, suspicionOf } from "./soft-404.ts";

/** What is certain by itself, from the most to the least decisive. */
const certain: readonly Step[] = [
	failed,
	judgeTombstone,
	judgeWall,
	judgeParking,
	judgeLogin,
	answeredWithStatus,
	judgeConsent,
	judgeNotFoundPage,
	judgeContent,
];
/** What none of these objects to is alive. */
const steps: readonly Step[] = [...certain, judgeSuspicion, judgeAnchor];

/** The verdict on one link, from what happened to its target. `fragment` is the link's own, without `#`. */
export function judgeHttp(observation: HttpObservation, fragment?: string): Verdict {
	if (observation.ended !== undefined) return endings[observation.ended];
	const look = openLook(observation, fragment);
	if (look === undefined) return { verdict: "skipped", reason: "cancelled" };
	const verdict = firstOf(steps, look) ?? arrival(look);
	return { ...whereItEnded(look), ...verdict };
}

/** Whether the verdict depends on how the site answers for a page that does not exist. */
export function suspects(observation: HttpObservation): boolean {
	const look = observation.ended === undefined ? openLook(observation) : undefined;
	return look !== undefined && firstOf(certain, look) === undefined && suspicionOf(look) !== undefined;
}

function firstOf(steps: readonly Step[], look: Look): Verdict | undefined {
	for (const step of steps) {
		const verdict = step(look);
		if (verdict !== undefined) return verdict;
	}
	return undefined;
}

const endings: Readonly<Record<NonNullable<HttpObservation["ended"]>, Verdict>> = {
	deadline: { verdict: "skipped", reason: "deadline" },
	cancelled: { verdict: "skipped", reason: "cancelled" },
	"rate-limited": {
		verdict: "unsure",
		reason: "rate-limited",
		evidence: "the host asks to wait longer than the time for a link",
	},
	"host-silent": {
		verdict: "unsure",
		reason: "timeout",
		evidence: "the host left its other links without an answer",
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

function failed({ answer, hops, final }: Look): Verdict | undefined {
	if (answer.failure === undefined) return undefined;
	const { code, detail } = answer.failure;
	// A link to a private address is the author's business; a public page that sends readers to one is broken.
	if (code === "private-address" && hops.length > 1)
		return { verdict: "dead", reason: "bad-redirect", evidence: detail };
	// The Wayback Machine refuses connections from whoever asks too often.
	if (code === "refused" && final.hostname === "web.archive.org")
		return { verdict: "unsure", reason: "rate-limited", evidence: detail };
	const [verdict, reason] = failures[code];
	return { verdict, reason, evidence: detail };
}

/** Refusals and errors by status (RFC 9110, RFC 6585, RFC 7725). */
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
};

function answeredWithStatus({ answer }: Look): Verdict | undefined {
	const status = answer.status ?? 0;
	if (status >= 200 && status < 400) return undefined;
	const known = statuses[status];
	if (known !== undefined) return { verdict: known[0], reason: known[1] };
	if (status >= 500 && status < 600) return { verdict: "unsure", reason: "server-error" };
	// The server understood and does not want to: to us, perhaps not to a reader.
	if (status >= 400 && status < 500) return forbidden(answer);
	return { verdict: "unsure", reason: "connection" };
}

/** A bucket whose content may not be listed says AccessDenied of what it does not have, too (S3, GetObject, "Permissions"). */
function forbidden({ body }: Attempt): Verdict {
	const denied = body?.source?.includes("<Code>AccessDenied</Code>") === true;
	return {
		verdict: "unsure",
		reason: "forbidden",
		...(denied ? { evidence: "AccessDenied, which storage says of missing files too" } : {}),
	};
}

function whereItEnded({ answer, hops }: Look): Pick<Verdict, "status" | "finalUrl"> {
	return {
		...(answer.status === undefined ? {} : { status: answer.status }),
		...(hops.length > 1 ? { finalUrl: answer.url } : {}),
	};
}

const permanent = new Set([301, 308]);

function arrival(look: Look): Verdict {
	const { hops } = look;
	if (hops.length === 1) return { verdict: "alive", reason: "ok" };
	const forGood = hops
		.slice(0, -1)
		.every((hop, i) => permanent.has(hop.status ?? 0) && hops[i + 1]?.cause === "redirect");
	// Nobody should write a site's root in place of a page that may have vanished.
	const elsewhere = endsAboveItsPath(look) && neighbourSays(look) !== "absent";
	return forGood && !elsewhere
		? { verdict: "moved", reason: "permanent-redirect" }
		: { verdict: "alive", reason: "redirected" };
}
