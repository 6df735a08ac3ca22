import type { Verdict } from "../model.ts";
import { findAnchor, fragmentKind } from "./fragment.ts";
import type { Look } from "./look.ts";

/** `tab=readme`, `zoom=100`, `t=90`: scripts and viewers read these; no element is named so. */
const parameter = /^[\w.-]+=/;

/** Whether a page has the anchor that the link names. Without ids (nobody asked for them) it says nothing. */
export function judgeAnchor({ fragment, answer }: Look): Verdict | undefined {
	const { body } = answer;
	if (fragment === undefined || body?.ids === undefined || body.looksLike !== "html") return undefined;
	if (fragmentKind(fragment).kind !== "id" || parameter.test(fragment)) return undefined;
	// What was not read may have it.
	if (!body.complete || findAnchor(fragment, body.ids) !== undefined) return undefined;
	if (body.shell || body.ids.length === 0)
		return { verdict: "unsure", reason: "single-page-app", evidence: "the page has no ids of its own" };
	return { verdict: "dead", reason: "missing-anchor", evidence: `no id or name makes #${fragment}` };
}
