import type { FileTarget, JudgedLink, PathState, Suggestion } from "../model.ts";
import { STDIN } from "../naming/stdin.ts";
import { type Home, splitOwnUrl } from "../resolve/home.ts";
import { folderOf } from "../resolve/path.ts";
import { writePath } from "../resolve/write.ts";
import { notableLinks } from "./links.ts";
import type { Rule, Words } from "./rule.ts";

type Fault = Exclude<PathState, "present" | "directory" | "elsewhere">;

type LocalTargetData = {
	readonly url: string;
	readonly path: string;
	readonly state: Fault;
	/** The path in the tree that was meant, or empty. */
	readonly actual: string;
	readonly certain: boolean;
	/** The arXiv paper that the file was, or empty. */
	readonly arxiv: string;
};

/** A relative link, or a URL of the own repository, that leads to nothing that a reader of the repository has. */
export const localTarget: Rule<LocalTargetData> = {
	id: "local-target",
	summary: "a relative link, or a URL of the own repository, that names nothing in the tree",
	severity: "error",
	confidence: "high",
	offline: true,
	supersedes: ["anchor"],
	*find(context) {
		for (const judged of notableLinks(context).local) {
			const { link, target } = judged;
			if (target.kind !== "file" || judged.verdict.verdict !== "dead" || !isFault(target.state)) continue;
			const suggestion = correct(judged, target, context.home);
			yield {
				path: link.path,
				span: link.span,
				data: {
					url: link.url,
					path: target.path,
					state: target.state,
					actual: target.actual ?? "",
					certain: target.likeness === "exact",
					arxiv: target.arxiv ?? "",
				},
				...(suggestion === undefined ? {} : { suggestion }),
			};
		}
	},
	word: (data) => words[data.state](data),
};

function isFault(state: PathState): state is Fault {
	return Object.hasOwn(words, state);
}

/** Standard input cannot be edited. */
function correct(
	{ link }: JudgedLink,
	{ actual, likeness, arxiv }: FileTarget,
	home: Home | undefined,
): Suggestion | undefined {
	if (link.path === STDIN) return undefined;
	if (arxiv !== undefined) return { span: link.span, text: abstractPage(arxiv), safe: false };
	if (actual === undefined) return undefined;
	const url = link.url.trim();
	const own = home && splitOwnUrl(url, home);
	const text =
		own === undefined
			? writePath(url, folderOf(link.path), actual)
			: own.before + writePath(own.path, ".", actual);
	return { span: link.span, text, safe: likeness === "exact" };
}

const words: Readonly<Record<Fault, (data: LocalTargetData) => Words>> = {
	missing: ({ url, actual, certain, arxiv }) => ({
		message: `${url} names no file or folder`,
		help: wasPaper(arxiv) ?? didYouMean(actual, certain) ?? "Correct the path, or add the file.",
	}),
	"wrong-case": ({ url, actual }) => ({
		message: `${url} differs from ${actual} in letter case`,
		help: "Spell it as the tree does: GitHub and most servers tell upper from lower case.",
	}),
	"wrong-form": ({ url, actual }) => ({
		message: `${url} looks like ${actual}, but is made of other characters`,
		help: "Spell it as the tree does: the same letters have another Unicode form there.",
	}),
	untracked: ({ url, path }) => ({
		message: `${url} is on this disk only: git does not track ${path}`,
		help: "Add it with `git add`, or remove the link.",
	}),
	ignored: ({ url, path }) => ({
		message: `${url} is on this disk only: git ignores ${path}`,
		help: "Add it with `git add --force`, or link to where readers find it.",
	}),
	"outside-tree": ({ url }) => ({
		message: `${url} leads out of the repository`,
		help: "Move the file into the repository, or link to where readers find it.",
	}),
};

function didYouMean(actual: string, certain: boolean): string | undefined {
	if (actual === "") return undefined;
	return certain ? `The tree has it as ${actual}.` : `Did you mean ${actual}?`;
}

function wasPaper(arxiv: string): string | undefined {
	if (arxiv === "") return undefined;
	return `The file that git last had there carries the stamp arXiv:${arxiv}. Restore it, or link to ${abstractPage(arxiv)}.`;
}

function abstractPage(arxiv: string): string {
	return `https://arxiv.org/abs/${arxiv}`;
}
