import { trailOf } from "../judge/trail.ts";
import type { ArchivedCopy, JudgedLink } from "../model.ts";
import { writeUrl } from "../resolve/write.ts";
import { notableLinks } from "./links.ts";
import type { Draft, Rule, Words } from "./rule.ts";

type DeadLink = {
	readonly url: string;
	readonly reason: string;
	readonly trail: string;
	readonly evidence: string;
	/** Of which day an archived copy is, where there is one to suggest. */
	readonly archived?: string;
};

/** What a reader gets, by reason: the predicate of the sentence, and what to do. */
const words: Readonly<Record<string, (data: DeadLink) => Words>> = {
	"not-found": ({ trail }) => ({
		message: `answers ${/\b4(04|10)\b/.exec(trail)?.[0] ?? "404"} (not found)`,
		help: "Find where the page went, link an archived copy, or remove the link.",
	}),
	"no-such-host": () => ({
		message: "names a host that does not exist",
		help: "Check the host's spelling; if its owner gave it up, link an archived copy or remove the link.",
	}),
	refused: () => ({
		message: "is refused: nothing listens there",
		help: "Check the port, or remove the link.",
	}),
	"redirect-loop": () => ({ message: "redirects in a circle", help: "Link where the page really is." }),
	"too-many-redirects": ({ evidence }) => ({
		message: `does not arrive: ${evidence}`,
		help: "Link where the page really is; --max-redirects allows more.",
	}),
	"bad-redirect": ({ evidence }) => ({
		message: `redirects to where a reader cannot go (${evidence})`,
		help: "Link where the page really is.",
	}),
	tls: ({ evidence }) => ({
		message: `shows browsers a security warning: ${evidence}`,
		help: "Tell the site's owner, or link another copy.",
	}),
	"soft-404": ({ evidence }) => ({
		message: `answers 200 and says that the page does not exist: ${evidence}`,
		help: "Find where the page went, link an archived copy, or remove the link.",
	}),
	parked: ({ evidence }) => ({
		message: `leads to a domain that is for sale (${evidence})`,
		help: "Remove the link, or link an archived copy.",
	}),
	tombstone: ({ evidence }) => ({
		message: `leads to a page of the hosting company: nothing is here any more (${evidence})`,
		help: "Find where the site went, link an archived copy, or remove the link.",
	}),
	"wrong-content": ({ evidence }) => ({
		message: `promises a PDF and gives ${evidence}`,
		help: "Link the paper's present address.",
	}),
	"missing-anchor": ({ evidence }) => ({
		message: `names a place that its page does not have: ${evidence}`,
		help: "Open the page and copy the anchor that its heading has today.",
	}),
	"invalid-url": ({ evidence }) => ({ message: `is no URL: ${evidence}`, help: "Correct the address." }),
};

/** A web link whose reader does not get what it promises, for certain. */
export const deadLink: Rule<DeadLink> = {
	id: "dead-link",
	summary: "a web link that is dead for certain",
	severity: "error",
	confidence: "high",
	offline: false,
	*find(context) {
		for (const link of notableLinks(context).astray)
			if (isDead(link)) yield draft(link, context.archived?.get(link.target.key));
	},
	word(data) {
		const { message, help: general } = words[data.reason]?.(data) ?? { message: `is dead (${data.reason})` };
		const help =
			data.archived === undefined
				? general
				: `Find where the page went, or link its archived copy of ${data.archived}.`;
		const trail = data.trail.includes(" → ") || data.trail.includes("tries") ? ` [${data.trail}]` : "";
		return { message: `${data.url} ${message}${trail}`, ...(help === undefined ? {} : { help }) };
	},
};

function isDead({ target, verdict }: JudgedLink): boolean {
	return verdict.verdict === "dead" && target.kind !== "file";
}

function draft(
	{ link, fragment, verdict, observation }: JudgedLink,
	copy: ArchivedCopy | undefined,
): Draft<DeadLink> {
	const { path, span, url } = link;
	const data = {
		url,
		reason: verdict.reason,
		trail: observation.kind === "http" ? trailOf(observation.attempts) : "",
		evidence: verdict.evidence ?? "",
	};
	if (copy === undefined) return { path, span, data };
	const text = writeUrl(fragment === undefined ? copy.url : `${copy.url}#${fragment}`);
	return {
		path,
		span,
		data: { ...data, archived: copy.day },
		suggestion: { span, text, safe: false },
	};
}
