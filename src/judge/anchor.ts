import type { Verdict } from "../model.ts";
import type { Look } from "./http.ts";

/** Fragments that no element has to have: the top, PDF views, text directives, client-side routes, line numbers, media. */
const noElement =
	/^$|^top$|^(page|zoom|nameddest|toolbar|view)=|:~:|^!?\/|^L\d+(C\d+)?(-L\d+(C\d+)?)?$|^(t|xywh|gid)=|=/i;

/** Whether a page has the anchor that the link names. Without ids (nobody asked for them) it says nothing. */
export function judgeAnchor({ fragment, answer }: Look): Verdict | undefined {
	const body = answer.body;
	if (fragment === undefined || body?.ids === undefined || noElement.test(fragment)) return undefined;
	const wanted = decoded(fragment);
	const names = [fragment, wanted, `user-content-${wanted}`, `user-content-${wanted.toLowerCase()}`];
	if (names.some((name) => body.ids?.includes(name))) return undefined;
	// What was not read may have it.
	if (!body.complete) return undefined;
	if (body.shell || body.ids.length === 0)
		return { verdict: "unsure", reason: "single-page-app", evidence: "the page has no ids of its own" };
	return { verdict: "dead", reason: "missing-anchor", evidence: `no element has the id “${wanted}”` };
}

function decoded(fragment: string): string {
	try {
		return decodeURIComponent(fragment);
	} catch {
		return fragment;
	}
}
