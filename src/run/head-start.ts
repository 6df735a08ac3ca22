import { setImmediate } from "node:timers/promises";
import type { Lookers } from "../check/observe.ts";
import { judge } from "../judge/judge.ts";
import type { Document, HttpTarget, Link, Observation, ResolvedLink, Verdict } from "../model.ts";
import { type LookerOptions, reasonToSkip } from "./lookers.ts";
import type { Network } from "./network.ts";
import type { Outcome } from "./parsing/parser.ts";

type HttpLink = ResolvedLink & { readonly target: HttpTarget };

interface Begun {
	readonly link: HttpLink;
	/** Absent while it is being begun. */
	look?: Promise<Observation>;
}

/** What asks the web. */
interface Means extends Pick<Network, "open"> {
	readonly look: Lookers["web"];
}

/** Looks that begin while other documents are still parsed. */
export class HeadStart {
	readonly #options: LookerOptions;
	readonly #resolve: (link: Link) => ResolvedLink;
	readonly #network: Means;
	readonly #begun = new Map<string, Begun>();

	constructor(options: LookerOptions, resolve: (link: Link) => ResolvedLink, network: Means) {
		this.#options = options;
		this.#resolve = resolve;
		this.#network = network;
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
			const asked = this.#askedBy(outcome);
			// A look that waits for the network to be loaded takes more room than one that waits for its turn.
			if (asked.length > 0) await this.#network.open();
			for (const link of asked) this.#begin(link);
			// What was begun goes on.
			await setImmediate();
		}
		return outcomes;
	}

	/** Looks at a target, now that all links to it are known: a look that has begun is handed over, once. */
	look(target: HttpTarget, anchors: boolean): Promise<Observation> {
		const begun = this.#begun.get(target.key);
		this.#begun.delete(target.key);
		return begun?.look ?? this.#network.look(target, anchors);
	}

	/** The verdicts that an observation gives the links to its target, as long as the look is not handed over. */
	judgeAll(seen: Observation): Verdict[] | undefined {
		const begun = this.#begun.get(seen.key);
		return begun && [judge(begun.link, seen)];
	}

	/** Links that ask the web, more than one for a page perhaps. */
	#askedBy({ parsed }: Outcome): HttpLink[] {
		return (parsed?.links ?? [])
			.map(this.#resolve)
			.filter(
				(link): link is HttpLink =>
					link.target.kind === "http" && reasonToSkip(link, this.#options) === undefined,
			);
	}

	#begin(link: HttpLink): void {
		const { target } = link;
		if (this.#begun.has(target.key)) return;
		const begun: Begun = { link };
		// What is remembered is asked for at once, and its verdict with it.
		this.#begun.set(target.key, begun);
		begun.look = this.#network.look(target, false);
		// What goes wrong is for whoever takes it over.
		begun.look.catch(() => {});
	}
}
