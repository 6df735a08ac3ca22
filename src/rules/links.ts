import type { JudgedLink } from "../model.ts";
import type { RuleContext } from "./rule.ts";

/** The links that rules about files or about verdicts have to look at, each kind in the order of all. */
interface Notable {
	/** Those to files of the tree. */
	readonly local: readonly JudgedLink[];
	/** Those whose readers do not arrive where they lead, or not directly. */
	readonly astray: readonly JudgedLink[];
}

/** Both are few among the links of a catalogue, and five rules ask for them. */
export function notableLinks({ links }: Pick<RuleContext, "links">): Notable {
	const known = notable.get(links) ?? select(links);
	notable.set(links, known);
	return known;
}

const notable = new WeakMap<RuleContext["links"], Notable>();

function select(links: readonly JudgedLink[]): Notable {
	const local: JudgedLink[] = [];
	const astray: JudgedLink[] = [];
	for (const one of links) {
		const { verdict } = one.verdict;
		if (one.target.kind === "file") local.push(one);
		if (verdict === "dead" || verdict === "moved") astray.push(one);
	}
	return { local, astray };
}
