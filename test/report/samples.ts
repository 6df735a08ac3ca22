import type {
	Environment,
	Finding,
	JudgedLink,
	LinkKind,
	Report,
	RunError,
	Span,
	Verdict,
} from "../../src/model.ts";
import { assembleReport } from "../../src/report/assemble.ts";
import type { Page } from "../../src/report/reporter.ts";

export const page: Page = { color: false, columns: 80, prefix: "", quiet: false, verbose: false };

const environment: Environment = { version: "0.1.0", network: "all", online: true, incomplete: false };

/** A span on one line of a text whose lines are all 100 characters long. */
export function span(line: number, column: number, length: number): Span {
	const offset = (line - 1) * 100 + column - 1;
	return {
		start: { line, column, offset },
		end: { line, column: column + length, offset: offset + length },
	};
}

type Place = readonly [path: string, line: number, column: number];

function judged(
	[path, line, column]: Place,
	url: string,
	verdict: Verdict,
	{ tries = 1, kind = "link" as LinkKind, text = "Paper" } = {},
): JudgedLink {
	const web = /^https?:/.test(url);
	return {
		link: { path, span: span(line, column, url.length), url, text, kind },
		target: web
			? { kind: "http", key: url }
			: { kind: "file", key: `file:${url}`, path: url, state: "present" },
		observation: !web
			? { kind: "file", key: `file:${url}`, state: "present" }
			: tries === 0
				? { kind: "none", key: url, reason: verdict.reason }
				: {
						kind: "http",
						key: url,
						via: "page",
						attempts: Array.from({ length: tries }, (_, n) => ({
							cause: n === 0 ? "first" : "retry",
							method: "GET",
							url,
							identity: "plain",
							headers: {},
							milliseconds: 120,
						})),
					},
		verdict,
	};
}

function finding(
	[path, line, column]: Place,
	length: number,
	said: Omit<Finding, "path" | "line" | "column" | "endLine" | "endColumn" | "data" | "introduced"> &
		Partial<Finding>,
): Finding {
	return {
		path,
		line,
		column,
		endLine: line,
		endColumn: column + length,
		data: {},
		introduced: true,
		...said,
	};
}

function report(
	links: readonly JudgedLink[],
	findings: readonly Finding[] = [],
	rest: {
		documents?: number;
		unread?: number;
		errors?: readonly RunError[];
		environment?: Partial<Environment>;
		suppressed?: number;
		stale?: number;
	} = {},
): Report {
	return assembleReport({
		environment: { ...environment, ...rest.environment },
		documents: rest.documents ?? new Set(links.map(({ link }) => link.path)).size,
		unread: rest.unread ?? 0,
		links,
		targets: new Set(links.map(({ target }) => target.key)).size,
		requests: links.reduce(
			(sum, { observation }) => sum + (observation.kind === "http" ? observation.attempts.length : 0),
			0,
		),
		findings,
		suppressed: rest.suppressed ?? 0,
		stale: rest.stale ?? 0,
		errors: rest.errors ?? [],
	});
}

const alive: Verdict = { verdict: "alive", reason: "ok", status: 200 };
const present: Verdict = { verdict: "alive", reason: "present" };

/** Nothing to complain about. */
export const clean: Report = report([
	judged(["README.md", 3, 11], "https://arxiv.org/abs/1706.03762", alive, { text: "Attention" }),
	judged(["README.md", 4, 11], "papers/2020-T5.pdf", present),
	judged(["docs/usage.md", 9, 3], "https://example.com/", {
		verdict: "alive",
		reason: "redirected",
		status: 200,
		finalUrl: "https://example.com/en/",
	}),
]);

/** A file without links. */
export const empty: Report = report([], [], { documents: 1 });

const moved = "https://github.com/openai/gpt-2-simple";
const movedTo = "https://github.com/minimaxir/gpt-2-simple";
const longUrl =
	"https://uploads-ssl.webflow.com/60fd4503684b466578c0d307/61138924626a6981ee09caf6_jurassic_tech_paper.pdf";

/** Several files, every verdict, suggestions, wide characters, a long URL, errors of the run. */
export const mixed: Report = report(
	[
		judged(["README.md", 3, 11], "https://arxiv.org/abs/1706.03762", alive, { text: "Attention" }),
		judged(
			["README.md", 9, 14],
			"https://x.test/gone",
			{ verdict: "dead", reason: "not-found", status: 404 },
			{ tries: 2 },
		),
		judged(["README.md", 12, 5], moved, {
			verdict: "moved",
			reason: "permanent-redirect",
			status: 200,
			finalUrl: movedTo,
		}),
		judged(["README.md", 104, 7], "papers/2020-T5.PDF", { verdict: "dead", reason: "wrong-case" }),
		judged(["README.md", 105, 7], longUrl, { verdict: "dead", reason: "no-such-host" }, { tries: 2 }),
		judged(["README.md", 110, 3], "https://medium.com/@ann/a", {
			verdict: "unsure",
			reason: "bot-wall",
			status: 403,
			evidence: "Cloudflare",
		}),
		judged(["README.md", 111, 3], "https://medium.com/@ann/b", {
			verdict: "unsure",
			reason: "bot-wall",
			status: 403,
			evidence: "Cloudflare",
		}),
		judged(["README.md", 112, 3], "https://x.com/karpathy", {
			verdict: "unsure",
			reason: "bot-wall",
			status: 403,
		}),
		judged(["README.md", 113, 3], "https://a.test/", { verdict: "unsure", reason: "bot-wall", status: 403 }),
		judged(["README.md", 114, 3], "https://b.test/", { verdict: "unsure", reason: "bot-wall", status: 403 }),
		judged(
			["README.md", 115, 3],
			"https://slow.test/",
			{ verdict: "unsure", reason: "timeout" },
			{ tries: 3 },
		),
		judged(
			["README.md", 116, 3],
			"http://127.0.0.1:8000/",
			{ verdict: "skipped", reason: "private-address" },
			{ tries: 0 },
		),
		judged(["文档/阅读清单.md", 7, 5], "论文/大型语言模型综述.pdf", {
			verdict: "dead",
			reason: "missing-file",
		}),
	],
	[
		finding(["README.md", 9, 14], 19, {
			ruleId: "dead-link",
			severity: "error",
			message: "https://x.test/gone answered 404 Not Found (2 tries)",
			help: "Remove the link, or point it at where the page went.",
		}),
		finding(["README.md", 12, 5], moved.length, {
			ruleId: "moved-link",
			severity: "info",
			message: `${moved} moved for good to ${movedTo}`,
			suggestion: { span: span(12, 5, moved.length), before: moved, text: movedTo, safe: true },
			data: { url: moved, finalUrl: movedTo },
		}),
		finding(["README.md", 104, 7], 18, {
			ruleId: "local-target",
			severity: "error",
			message: "papers/2020-T5.PDF differs in letter case from papers/2020-T5.pdf, the file in the tree",
			help: "Write the path exactly as the file is named: it opens on macOS and Windows only.",
			suggestion: {
				span: span(104, 7, 18),
				before: "papers/2020-T5.PDF",
				text: "papers/2020-T5.pdf",
				safe: true,
			},
		}),
		finding(["README.md", 105, 7], longUrl.length, {
			ruleId: "dead-link",
			severity: "error",
			message: `${longUrl} cannot be reached: uploads-ssl.webflow.com is no host (2 tries)`,
		}),
		finding(["文档/阅读清单.md", 7, 5], 15, {
			ruleId: "local-target",
			severity: "error",
			message: "论文/大型语言模型综述.pdf is missing; 论文/大语言模型综述.pdf has a similar name",
			help: "Correct the name, or add the file.",
			suggestion: {
				span: span(7, 5, 15),
				before: "论文/大型语言模型综述.pdf",
				text: "论文/大语言模型综述.pdf",
				safe: false,
			},
		}),
		finding(["文档/阅读清单.md", 31, 1], 24, {
			endLine: 32,
			endColumn: 3,
			ruleId: "unused-definition",
			severity: "warning",
			message: "The definition [综述] is used nowhere",
			suggestion: { span: span(31, 1, 24), before: "[综述]:\n  papers/survey.pdf\n", text: "", safe: true },
		}),
	],
	{
		documents: 12,
		errors: [
			{
				code: "invalid-encoding",
				path: "docs/old.md",
				message: "docs/old.md is not UTF-8: byte 0xE9 at offset 120",
				help: "Save the file as UTF-8.",
				fatal: false,
			},
		],
	},
);

/** The machine has no network: only what is local is known. */
export const noNetwork: Report = report(
	[
		judged(["README.md", 3, 11], "https://arxiv.org/abs/1706.03762", {
			verdict: "unsure",
			reason: "no-network",
		}),
		judged(["README.md", 4, 11], "papers/2020-T5.pdf", present),
		judged(["README.md", 5, 11], "https://arxiv.org/abs/2005.14165", {
			verdict: "unsure",
			reason: "no-network",
		}),
	],
	[],
	{ environment: { online: false } },
);

/** Stopped by its deadline, after an error that cost a whole folder. */
export const stopped: Report = report(
	[
		judged(["README.md", 3, 11], "https://a.test/", alive),
		judged(["README.md", 4, 11], "https://b.test/", { verdict: "skipped", reason: "deadline" }, { tries: 0 }),
		judged(["README.md", 5, 11], "https://c.test/", { verdict: "skipped", reason: "excluded" }, { tries: 0 }),
	],
	[],
	{
		environment: { incomplete: true },
		errors: [{ code: "unreadable", path: "docs", message: "docs cannot be opened: EACCES", fatal: true }],
	},
);

/** A report in which everything that comes from outside is the given text. */
export function echoing(text: string): Report {
	return report(
		[
			judged(
				[text, 1, 1],
				text,
				{ verdict: "unsure", reason: "login", evidence: text, finalUrl: text },
				{ text },
			),
			judged([text, 2, 1], `https://${text}/`, { verdict: "unsure", reason: "login" }),
		],
		[
			finding([text, 1, 1], text.length, {
				ruleId: text,
				severity: "error",
				message: text,
				help: text,
				data: { text },
				suggestion: { span: span(1, 1, text.length), before: text, text, safe: true },
			}),
		],
		{
			environment: { base: { name: text, commit: text } },
			errors: [{ code: text, path: text, message: text, help: text, fatal: true }],
		},
	);
}

/** More findings than any page of annotations has room for. */
export const many: Report = report(
	Array.from({ length: 300 }, (_, n) =>
		judged(["README.md", n + 1, 3], `https://x.test/${n}`, {
			verdict: "dead",
			reason: "not-found",
			status: 404,
		}),
	),
	Array.from({ length: 300 }, (_, n) =>
		finding(["README.md", n + 1, 3], 16, {
			ruleId: n % 3 === 2 ? "moved-link" : "dead-link",
			severity: n % 3 === 2 ? "info" : "error",
			message: `https://x.test/${n} answered 404 Not Found`,
		}),
	),
);

/** Small enough for the documentation. */
export const documented: Report = report(
	[
		judged(
			["README.md", 9, 14],
			"https://x.test/gone",
			{ verdict: "dead", reason: "not-found", status: 404 },
			{ tries: 2 },
		),
		judged(["README.md", 12, 5], "http://x.test/a", {
			verdict: "moved",
			reason: "permanent-redirect",
			status: 200,
			finalUrl: "https://x.test/a",
		}),
		judged(["docs/usage.md", 4, 8], "https://medium.com/@ann/a", {
			verdict: "unsure",
			reason: "bot-wall",
			status: 403,
			evidence: "Cloudflare",
		}),
	],
	[
		finding(["README.md", 9, 14], 19, {
			ruleId: "dead-link",
			severity: "error",
			message: "https://x.test/gone answered 404 (2 tries)",
			help: "Remove the link, or point it at where the page went.",
			data: { url: "https://x.test/gone", status: 404 },
		}),
		finding(["README.md", 12, 5], 15, {
			ruleId: "moved-link",
			severity: "info",
			message: "http://x.test/a moved for good to https://x.test/a",
			data: { url: "http://x.test/a", finalUrl: "https://x.test/a" },
			suggestion: { span: span(12, 5, 15), before: "http://x.test/a", text: "https://x.test/a", safe: true },
		}),
	],
);

/** Every sample, by the name of its scenario. */
export const samples: Readonly<Record<string, Report>> = {
	clean,
	empty,
	mixed,
	noNetwork,
	stopped,
	many,
	documented,
};
