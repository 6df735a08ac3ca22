import { setImmediate } from "node:timers/promises";
import type { Lookers } from "../check/observe.ts";
import { judge } from "../judge/judge.ts";
import type { Document, HttpTarget, Link, Observation, ResolvedLink, Verdict } from "../model.ts";
import { type LookerOptions, reasonToSkip } from "./lookers.ts";
import type { Outcome } from "./parsing/parser.ts";

interface Begun {
	readonly link: ResolvedLink;
	readonly look: Promise<Observation>;
}

/** Looks that begin while other documents are still parsed. */
export class HeadStart {
	readonly #options: LookerOptions;
	readonly #resolve: (link: Link) => ResolvedLink;
	readonly #look: Lookers["web"];
	readonly #begun = new Map<string, Begun>();

	constructor(options: LookerOptions, resolve: (link: Link) => ResolvedLink, look: Lookers["web"]) {
		this.#options = options;
		this.#resolve = resolve;
		this.#look = look;
	}

	/** Parses documents, and begins what their links ask for. Gives the outcome of each, in their order. */
	async during(
		documents: readonly Document[],
		parse: (document: Document) => Outcome,
	): Promise<readonly Outcome[]> {
		const { network, fragments } = this.#options;
		// Where anchors are wanted, what is read of a page depends on all links to it.
		if (network === "none" || fragments) return documents.map(parse);
		const outcomes: Outcome[] = [];
		for (const document of documents) {
			const outcome = parse(document);
			outcomes.push(outcome);
			this.#begin(outcome);
			// What was begun goes on.
			await setImmediate();
		}
		return outcomes;
	}

	/** Looks at a target, now that all links to it are known: a look that has begun is handed over, once. */
	look(target: HttpTarget, anchors: boolean): Promise<Observation> {
		const begun = this.#begun.get(target.key);
		this.#begun.delete(target.key);
		return begun?.look ?? this.#look(target, anchors);
	}

	/** The verdicts that an observation gives the links to its target, as long as the look is not handed over. */
	judgeAll(seen: Observation): Verdict[] | undefined {
		const begun = this.#begun.get(seen.key);
		return begun && [judge(begun.link, seen)];
	}

	#begin({ parsed }: Outcome): void {
		for (const link of parsed?.links.map(this.#resolve) ?? []) {
			const { target } = link;
			if (target.kind !== "http" || this.#begun.has(target.key)) continue;
			if (reasonToSkip(link, this.#options) !== undefined) continue;
			const look = this.#look(target, false);
			// What goes wrong is for whoever takes it over.
			look.catch(() => {});
			this.#begun.set(target.key, { link, look });
		}
	}
}
