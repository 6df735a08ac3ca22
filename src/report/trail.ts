import type { Attempt, AttemptCause, HttpObservation, Verdict } from "../model.ts";
import { clean, disarm } from "./clean.ts";
import { colors, type Paint, paint } from "./style.ts";

/** Why each request was made, for someone who reads the trail for the first time. */
const causes: Readonly<Record<AttemptCause, string>> = {
	first: "the link",
	redirect: "sent on",
	refresh: "sent on by the page (meta refresh)",
	retry: "tried again",
	identity: "asked under the other form of our name",
	lenient: "read again by a lenient parser",
	sibling: "a neighbour that should not exist",
};

/** The whole trail of one look: attempts, hops, the headers that were kept, and the verdict last. */
export function renderTrail(observation: HttpObservation, verdict: Verdict, color: boolean): string {
	const style = paint(color);
	const lines = observation.attempts.flatMap((attempt, index) => renderAttempt(attempt, index + 1, style));
	const evidence = verdict.evidence === undefined ? "" : `: ${clean(verdict.evidence)}`;
	const end = verdict.finalUrl === undefined ? [] : [`  ends at ${clean(verdict.finalUrl)}`];
	const stopped = observation.ended === undefined ? [] : [`looking ended early: ${observation.ended}`];
	const all = [
		...lines,
		...stopped,
		`${style(colors[verdict.verdict], verdict.verdict)} ${verdict.reason}${evidence}`,
		...end,
		"",
	];
	return disarm(all.join("\n"));
}

function renderAttempt(attempt: Attempt, number: number, style: Paint): string[] {
	const { url, cause, status, failure, headers, address, milliseconds, body } = attempt;
	const outcome = [
		...(status === undefined ? [] : [String(status)]),
		...(failure === undefined ? [] : [`${failure.code}: ${clean(failure.detail)}`]),
		`${milliseconds} ms`,
		...(address === undefined ? [] : [address]),
	];
	return [
		`${number}. ${style("bold", `GET ${clean(url)}`)}  ${style("dim", causes[cause])}`,
		`   ${outcome.join("  ")}`,
		...Object.entries(headers).map(([name, value]) => `   ${style("dim", `${name}:`)} ${clean(value)}`),
		...(body === undefined ? [] : [`   ${style("dim", "body:")} ${bodyText(body)}`]),
	];
}

function bodyText(body: NonNullable<Attempt["body"]>): string {
	return [
		body.looksLike,
		`${body.bytes} bytes read${body.complete ? "" : ", not all"}`,
		...(body.title === undefined ? [] : [`title “${clean(body.title)}”`]),
		...(body.looksLike === "html" ? [`${body.textLength} characters of text`] : []),
		...(body.shell ? ["made by scripts"] : []),
		...(body.ids === undefined ? [] : [`${body.ids.length} ids`]),
	].join(", ");
}
