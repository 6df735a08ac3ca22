import type { Observation, Reason, ResolvedLink, Verdict, VerdictWord } from "../model.ts";
import { reasons } from "../model.ts";
import { judgeFile } from "./file.ts";
import { judgeHttp } from "./http.ts";
import { lastRound } from "./trail.ts";

/** The verdict on one link: a pure function of what was seen, so that it can be replayed. */
export function judge(
	{ target, fragment }: Pick<ResolvedLink, "target" | "fragment">,
	observation: Observation,
): Verdict {
	switch (observation.kind) {
		case "http":
			return judgeHttp(observation, fragment);
		case "file":
			return judgeFile(observation, fragment);
		case "none": {
			const evidence = target.kind === "invalid" ? target.detail : undefined;
			const verdict = unseen[observation.reason];
			return evidence === undefined ? verdict : { ...verdict, evidence };
		}
	}
}

/** One for each reason: offline, thousands of links have the same. */
const unseen = Object.fromEntries(
	(Object.entries(reasons) as [VerdictWord, readonly Reason[]][]).flatMap(([verdict, all]) =>
		all.map((reason) => [reason, { verdict, reason }]),
	),
) as Readonly<Record<Reason, Verdict>>;

/** What an observation becomes once it is known that there was no network: nothing that failed says anything. */
export function withoutNetwork(observation: Observation): Observation {
	if (observation.kind !== "http" || observation.ended !== undefined) return observation;
	if (lastRound(observation.attempts).at(-1)?.failure?.code === "private-address") return observation;
	return { ...observation, ended: "no-network" };
}

/** What is kept of an observation after it is judged: a run over many pages need not hold their texts. */
export function withoutBodies(observation: Observation): Observation {
	if (observation.kind !== "http") return observation;
	return { ...observation, attempts: observation.attempts.map(({ body: _, ...attempt }) => attempt) };
}
