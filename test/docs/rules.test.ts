import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { judge } from "../../src/judge/judge.ts";
import type {
	Attempt,
	FileObservation,
	HttpTarget,
	JudgedLink,
	Observation,
	ResolvedLink,
} from "../../src/model.ts";
import { parseDocument } from "../../src/parse/index.ts";
import { resolveLink } from "../../src/resolve/link.ts";
import { rules } from "../../src/rules/index.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { collectFindings } from "../../src/run/findings.ts";
import { shelfOf } from "../resolve/samples.ts";
import { blocksOf, headingsOf, readPage } from "./page.ts";

/** What surrounds the examples of a page: the world that their text speaks of. */
interface World {
	/** The example is a part of a catalogue: other entries come after it. */
	readonly catalogue?: true;
	readonly files?: readonly string[];
	/** What a look at any of the files found, beside that it is there. */
	readonly file?: Partial<FileObservation>;
	/** Statuses of web pages and where they redirect to; any other page is there. */
	readonly pages?: Readonly<Record<string, number | { readonly movedTo: string }>>;
}

const worlds: Readonly<Record<string, World>> = {
	"local-target": { files: ["papers/Attention.pdf"] },
	anchor: {},
	pdf: { files: ["papers/attention.pdf"], file: { pdf: "html" } },
	"dead-link": { pages: { "https://papers.example.org/old/attention": 404 } },
	"broken-link-syntax": {},
	"toc-drift": { catalogue: true },
	"empty-section": { catalogue: true },
	label: { catalogue: true },
	"table-shape": { catalogue: true },
	"text-debris": { catalogue: true },
	"unused-definition": {},
	"undefined-reference": {},
	"duplicate-definition": {},
	heading: { catalogue: true },
	"duplicate-entry": { catalogue: true },
	"same-target-different-title": { catalogue: true },
	"orphan-file": {
		catalogue: true,
		files: ["papers/2014-Adam.pdf", "papers/2017-Attention Is All You Need.pdf"],
	},
	"entry-without-link": { catalogue: true },
	"date-vs-identifier": { catalogue: true },
	"owner-page": { catalogue: true },
	"title-vs-file": { catalogue: true, files: ["papers/2018-Universal Transformers.pdf"] },
	"same-work": { catalogue: true },
	"tracking-parameters": { catalogue: true },
	"insecure-link": { catalogue: true },
	"pinned-version": {},
	"volatile-host": {},
	shortener: {},
	order: {},
	"unused-suppression": { files: ["papers/LoRA.pdf"] },
	"moved-link": { pages: { "http://code.example.org/lora": { movedTo: "https://code.example.org/lora" } } },
};

const otherEntries = ["Ada", "Bea", "Cid", "Dan", "Eva", "Fay", "Gus", "Hal", "Ida", "Jon"]
	.map((name) => `- [${name}](https://${name.toLowerCase()}.example.org/)\n`)
	.join("");

const pages = readdirSync(new URL("../../docs/rules", import.meta.url)).filter(
	(name) => name !== "README.md",
);

test("every rule has a page, and every page is a rule's", () => {
	expect(pages.sort()).toEqual(rules.map(({ id }) => `${id}.md`).sort());
});

// `vitest run -u` writes it anew.
test("the table of rules is the registry's", async () => {
	const region = /(?<=<!-- rules -->\n).*(?=<!-- \/rules -->)/s;
	const generated = readPage("docs/rules/README.md").replace(region, () => rulesTable());
	await expect(generated).toMatchFileSnapshot("../../docs/rules/README.md");
});

describe.each(rules)("the page of $id", (rule) => {
	const page = readPage(`docs/rules/${rule.id}.md`);

	test("has the headings that all have", () => {
		expect(headingsOf(page)).toEqual([
			`# ${rule.id}`,
			"## What it does",
			"## Why it is bad",
			"## Example",
			"## Use instead",
			"## Fix",
			"## Options",
			"## When not to use it",
		]);
	});

	test("tells severity, confidence and whether it needs the network as the rule does", () => {
		const [, severity, rest = "", confidence, network] =
			/^Severity: (\w+)([.;].*) Confidence: (\w+)\. Needs (the|no) network\.$/m.exec(page) ?? [];
		const off = rest.startsWith("; off by default");
		expect({ severity, off, confidence, offline: network === "no" }).toEqual({
			severity: rule.severity,
			off: rule.off === true,
			confidence: rule.confidence,
			offline: rule.offline,
		});
	});

	test("shows what the rule finds, and nothing else", () => {
		const [example, ...others] = blocksOf(page, "markdown", "## Example");
		expect(others).toEqual([]);
		expect(ruleIdsIn(example, rule)).toEqual([rule.id]);
	});

	test("shows what no rule objects to in its place", () => {
		const found = blocksOf(page, "markdown", "## Use instead").flatMap((block) => ruleIdsIn(block, rule));
		expect(found).toEqual([]);
	});
});

function ruleIdsIn(text: string | undefined, { id, off, severity }: Rule): readonly string[] {
	const world = worlds[id];
	if (text === undefined || world === undefined) throw new Error(`${id} has no example, or no world for it`);
	const rest = world.catalogue ? `\n${otherEntries}` : "";
	const document = parseDocument({ path: "README.md", text: text + rest, format: "markdown" });
	const shelf = shelfOf("README.md", ...(world.files ?? []));
	const anchors = document.headings.map(({ slug }) => slug);
	const links = document.links.map((link): JudgedLink => {
		const resolved = resolveLink(link, shelf);
		const observation = observe(resolved, world, anchors);
		return { ...resolved, observation, verdict: judge(resolved, observation) };
	});
	const chosen = off ? { [id]: severity } : {};
	const wishes = { severities: chosen, ignores: [], today: "2026-01-01", isGone: () => false };
	return collectFindings({ documents: [document], links, files: shelf.files }, wishes).findings.map(
		({ ruleId }) => ruleId,
	);
}

function observe({ target }: ResolvedLink, world: World, anchors: readonly string[]): Observation {
	switch (target.kind) {
		case "file": {
			const { key, state } = target;
			return { kind: "file", key, state, ...(target.path === "README.md" ? { anchors } : world.file) };
		}
		case "http":
			return { kind: "http", key: target.key, via: "page", attempts: attemptsAt(target, world) };
		default:
			throw new Error(`the examples have no ${target.kind} links`);
	}
}

function attemptsAt({ key }: HttpTarget, { pages = {} }: World): readonly Attempt[] {
	const page = pages[key] ?? 200;
	if (typeof page === "number") return [attempt(key, page)];
	return [attempt(key, 301), { ...attempt(page.movedTo, 200), cause: "redirect" }];
}

function attempt(url: string, status: number): Attempt {
	return { cause: "first", method: "GET", url, identity: "plain", status, headers: {}, milliseconds: 1 };
}

function rulesTable(): string {
	const rows = rules.map(
		({ id, summary, severity, off, confidence, offline }) =>
			`| [${id}](${id}.md) | ${summary} | ${off ? "off" : severity} | ${confidence} | ${offline ? "no" : "yes"} |`,
	);
	return [
		"",
		"| rule | what it finds | severity | confidence | needs the network |",
		"|---|---|---|---|---|",
		...rows,
		"",
		"",
	].join("\n");
}
