import type { Web } from "../check/http/web.ts";
import { type Listeners, type Lookers, observeTargets } from "../check/observe.ts";
import { judge, withoutBodies } from "../judge/judge.ts";
import type {
	Finding,
	JudgedLink,
	Link,
	Observation,
	ParsedDocument,
	ResolvedLink,
	Touched,
	Verdict,
} from "../model.ts";
import { isMissing, resolveLink } from "../resolve/link.ts";
import type { Shelf } from "../resolve/shelf.ts";
import { groupByTarget, type TargetMap } from "../resolve/targets.ts";
import type { RuleContext } from "../rules/rule.ts";
import type { Archive } from "./archive.ts";
import { Finality, rejudgeOffline } from "./finality.ts";
import { collectFindings, type Findings, type Wishes } from "./findings.ts";

/** What is known of documents as they are at one time. */
export interface Examined extends Findings {
	readonly documents: readonly ParsedDocument[];
	/** In the order of the documents. */
	readonly links: readonly JudgedLink[];
	/** How many different targets the links have. */
	readonly targets: number;
	readonly online: boolean;
}

/** How an examiner gets to know what it needs. */
export interface Senses {
	readonly shelf: Shelf;
	/** The same shelf, which knows more of the missing files that links name. Absent where nobody is to be asked. */
	readonly recall?: (links: readonly ResolvedLink[]) => Promise<Shelf>;
	readonly web: Pick<Web, "online" | "heard">;
	/** Absent where no copies of dead pages are wanted. */
	readonly archive?: Archive | undefined;
	/** `documents` are those whose text is at hand. */
	readonly lookers: (documents: readonly ParsedDocument[]) => Lookers;
	readonly onBug: Listeners["onBug"];
	/** Called whenever a link has been looked at. */
	readonly onLook: (done: number, links: number) => void;
	/** What rules are told beside documents and links. */
	readonly surroundings: Omit<RuleContext, "documents" | "links" | "archived" | "touched" | "useless">;
	readonly wishes: Wishes;
	/** Absent where the run has no base. */
	readonly since?: Since | undefined;
}

/** Tells what a change introduced from what was there before. */
export interface Since {
	touchedIn(documents: readonly ParsedDocument[]): Touched;
	mark(
		findings: readonly Finding[],
		documents: readonly ParsedDocument[],
		links: readonly JudgedLink[],
	): readonly Finding[];
}

/** Looks at documents, as often as they change. What it has seen of a web link holds for all later looks. */
export class Examiner {
	readonly #senses: Senses;
	readonly #seen = new Map<string, JudgedLink>();
	#targets: TargetMap = new Map();
	#recalled: Promise<Shelf> | undefined;

	constructor(senses: Senses) {
		this.#senses = senses;
	}

	/** `onLink` is told of each link as soon as its verdict is final. */
	async examine(
		documents: readonly ParsedDocument[],
		onLink: (link: JudgedLink) => void = () => {},
	): Promise<Examined> {
		const { shelf, recall, web, archive, surroundings, wishes, since } = this.#senses;
		const resolved = documents.flatMap(({ links }) => links.map((link) => resolveLink(link, shelf)));
		// Asked once, and not waited for: what it tells of a missing file changes neither what is seen nor the verdict.
		this.#recalled ??= recall?.(resolved);
		const finality = new Finality(web.heard, onLink);
		const judged = await this.#look(resolved, documents, finality);
		const online = await web.online();
		finality.conclude(online);
		const recalled = (await this.#recalled) ?? shelf;
		// Looks end in any order; documents have one.
		const links: JudgedLink[] = [];
		for (const { link } of resolved) {
			const one = judged.get(link);
			if (one !== undefined) links.push(recollect(online ? one : rejudgeOffline(one), recalled));
		}
		const archived = await archive?.copiesFor(links);
		const touched = since?.touchedIn(documents);
		const found = collectFindings({ ...surroundings, documents, links, archived, touched }, wishes);
		const findings = since?.mark(found.findings, documents, links) ?? found.findings;
		return { documents, links, targets: countTargets(resolved), online, ...found, findings };
	}

	/** The verdicts that an observation gives the links to its target, as long as it is looked at. */
	judgeAll(seen: Observation): Verdict[] {
		return (this.#targets.get(seen.key) ?? []).map((link) => judge(link, seen));
	}

	/** The first time, and offline every time, nothing was: then no link needs a key. */
	#seenBefore(link: ResolvedLink): JudgedLink | undefined {
		return this.#seen.size === 0 ? undefined : this.#seen.get(keyOf(link));
	}

	async #look(
		links: readonly ResolvedLink[],
		documents: readonly ParsedDocument[],
		finality: Finality,
	): Promise<ReadonlyMap<Link, JudgedLink>> {
		const { lookers, onBug, onLook } = this.#senses;
		const judged = new Map<Link, JudgedLink>();
		const settle = (one: JudgedLink): void => {
			judged.set(one.link, one);
			finality.add(one);
		};
		const unseen: ResolvedLink[] = [];
		for (const one of links) {
			const seen = this.#seenBefore(one);
			if (seen === undefined) unseen.push(one);
			else settle({ ...seen, link: one.link });
		}
		this.#targets = groupByTarget(unseen);
		await observeTargets(this.#targets, lookers(documents), {
			onObservation: (link, observation) => {
				const verdict = judge(link, observation);
				const one = judgedLink(link, verdict, withoutBodies(observation));
				settle(one);
				// Files are cheap, and their anchors change with the documents; and so does what is skipped.
				if (observation.kind === "http") this.#seen.set(keyOf(link), one);
				onLook(judged.size, links.length);
			},
			onBug,
		});
		this.#targets = new Map();
		return judged;
	}
}

/** Without a spread: there is one for each link of a tree. */
function judgedLink(
	{ link, target, fragment }: ResolvedLink,
	verdict: Verdict,
	observation: Observation,
): JudgedLink {
	return fragment === undefined
		? { link, target, verdict, observation }
		: { link, target, fragment, verdict, observation };
}

/** With what is known of a missing file by now. */
function recollect(judged: JudgedLink, shelf: Shelf): JudgedLink {
	return isMissing(judged) ? { ...judged, target: resolveLink(judged.link, shelf).target } : judged;
}

function countTargets(links: readonly ResolvedLink[]): number {
	return new Set(links.map(({ target }) => target.key)).size;
}

/** As written too: what is left out goes by it. */
function keyOf({ link, target, fragment }: ResolvedLink): string {
	return [target.key, fragment ?? "", link.url].join("\n");
}
