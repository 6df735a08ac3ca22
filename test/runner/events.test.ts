import { expect, test } from "vitest";
import { checkout } from "./checkout.ts";
import { dispatch, mergeGroup, pullRequest, push, schedule } from "./events.ts";
import { Remote } from "./remote.ts";
import { runStep, type StepOutcome, type WorkflowEvent } from "./step.ts";
import { openWeb } from "./web.ts";

const old = "# Shelf\n\nOnce there was [one](https://web.test/gone/one).\n";
const now = `${old}\nThen came [two](https://web.test/gone/two).\n`;

const help = "Find where the page went, link an archived copy, or remove the link.";
const one = `::error file=README.md,line=3,col=22,endColumn=47,title=dead-link::https://web.test/gone/one answers 404 (not found)%0A${help}`;
const two = `::error file=README.md,line=5,col=17,endColumn=42,title=dead-link::https://web.test/gone/two answers 404 (not found)%0A${help}`;

const blob = "https://github.test/ada/shelf/blob/SHA/README.md?plain=1";
const escapedHelp = "Find where the page went\\, link an archived copy\\, or remove the link\\.";
const rowOfOne = `| [README\\.md\\:3\\:22](${blob}#L3) | https\\:\\/\\/web\\.test\\/gone\\/one answers 404 \\(not found\\)<br>${escapedHelp} | dead\\-link |`;
const rowOfTwo = `| [README\\.md\\:5\\:17](${blob}#L5) | https\\:\\/\\/web\\.test\\/gone\\/two answers 404 \\(not found\\)<br>${escapedHelp} | dead\\-link |`;

type Whole = Omit<StepOutcome, "log" | "report">;

/** Only what was written after `base` is looked at. */
function narrowed(since: string, base: string): Whole {
	const headline = `1 of 2 links verified in 1 file: 1 error since ${since}`;
	return {
		code: 1,
		commands: [two, `::error::${headline}`],
		outputs: outputs(1),
		summary: `## ❌ ${headline}

Compared with ${since} (${base.slice(0, 7)}).

\`\`\`mermaid
pie showData
    title 2 links by verdict
    "dead" : 1
    "skipped" : 1
\`\`\`

### Errors (1)

| Where | Finding | Rule |
| --- | --- | --- |
${rowOfTwo}

<details><summary>Skipped: 1 link</summary>

| Links | Reason | Hosts |
| --- | --- | --- |
| 1 | unchanged | web\\.test 1 |

</details>
`,
		fetched: ["deepen 1", `want ${base}`],
	};
}

/** All is looked at, and all counts. */
function everything(why = ""): Whole {
	const headline = `2 of 2 links verified in 1 file${why}: 2 errors`;
	return {
		code: 1,
		commands: [one, two, `::error::${headline}`],
		outputs: outputs(2),
		summary: `## ❌ ${headline}

### Errors (2)

| Where | Finding | Rule |
| --- | --- | --- |
${rowOfOne}
${rowOfTwo}
`,
		fetched: [],
	};
}

function outputs(dead: number): Whole["outputs"] {
	const count = String(dead);
	return {
		...{ verified: count, dead: count, moved: "0", unsure: "0" },
		...{ findings: count, errors: count, "pre-existing": "0" },
		report: "shelfread-report.json",
	};
}

/** A branch with one dead link, and a commit that adds another. */
function openHistory(): { remote: Remote; before: string; after: string } {
	const remote = new Remote();
	const before = remote.commit("refs/heads/main", undefined, { "README.md": old });
	const after = remote.commit("refs/heads/change", before, { "README.md": now });
	return { remote, before, after };
}

async function run(remote: Remote, event: WorkflowEvent, inputs = {}): Promise<Whole> {
	const internet = await openWeb();
	const workspace = checkout(remote, event.ref, event.sha);
	const { log: _log, report: _report, ...whole } = await runStep({ workspace, event, internet, inputs });
	return whole;
}

test.each([
	["an own branch", "ada/shelf", {}],
	["a fork, where there is no token", "bob/shelf", { token: "" }],
])("a pull request of %s answers for what it adds", async (_, from, inputs) => {
	const { remote, before, after } = openHistory();
	const merge = remote.merge("refs/pull/7/merge", before, after);
	const event = pullRequest({ base: before, head: after, merge, from });
	expect(await run(remote, event, inputs)).toEqual(narrowed("the base of pull request 7", before));
});

test("a pull request is compared with what it is merged into, though that went on since the event", async () => {
	const { remote, before, after } = openHistory();
	const later = remote.commit("refs/heads/main", before, { "other.txt": "" });
	const merge = remote.merge("refs/pull/7/merge", later, after);
	const event = pullRequest({ base: before, head: after, merge });
	expect(await run(remote, event)).toEqual(narrowed("the base of pull request 7", later));
});

test("a push answers for what came after the commit before", async () => {
	const { remote, before, after } = openHistory();
	expect(await run(remote, push({ before, after }))).toEqual(narrowed("the commit before the push", before));
});

test("a push that replaces history is compared with what it replaces", async () => {
	const { remote, before } = openHistory();
	const replaced = remote.commit("refs/heads/main", before, { "README.md": `${old}\nA line.\n` });
	const after = remote.commit("refs/heads/main", before, { "README.md": now });
	expect(await run(remote, push({ before: replaced, after }, true))).toEqual(
		narrowed("the commit before the push", replaced),
	);
});

test("the first push of a branch has nothing to be compared with", async () => {
	const { remote, after } = openHistory();
	expect(await run(remote, push({ after }))).toEqual(
		everything(" (nothing to compare with, so everything is checked: this is the first push of a branch)"),
	);
});

test("a push that deletes a branch leaves nothing to do", async () => {
	const { remote, before } = openHistory();
	const { report: _, ...none } = outputs(0);
	expect(await run(remote, { ...push({ before }), sha: before })).toEqual({
		code: 0,
		commands: [],
		outputs: none,
		summary: "",
		fetched: [],
	});
});

test("a merge group answers for what it adds", async () => {
	const { remote, before, after } = openHistory();
	const event = mergeGroup(before, after);
	expect(await run(remote, event)).toEqual(narrowed("the base of the merge group", before));
});

test.each([
	["a schedule", schedule],
	["a run by hand", dispatch],
])("%s is about everything", async (_, eventOn) => {
	const { remote, after } = openHistory();
	expect(await run(remote, eventOn(after))).toEqual(everything());
});

test("with the mode audit, so is any event", async () => {
	const { remote, before, after } = openHistory();
	const event = push({ before, after });
	expect(await run(remote, event, { mode: "audit" })).toEqual(everything());
});

test("a base that a person names goes before the event's", async () => {
	const { remote, before, after } = openHistory();
	const headline = "0 of 0 links verified in 0 of 1 file: no findings since SHA";
	expect(await run(remote, push({ before, after }), { since: after })).toEqual({
		code: 0,
		commands: [],
		outputs: outputs(0),
		summary: `## ✅ ${headline}\n\nCompared with SHA (${after.slice(0, 7)}).\n`,
		fetched: [],
	});
});

test("a base that a person names and that is not there is a job that cannot be done", async () => {
	const { remote, before, after } = openHistory();
	expect(await run(remote, push({ before, after }), { since: "v1.0" })).toEqual({
		code: 2,
		commands: [
			'::error::--since: expected a commit, branch or tag, found "v1.0"%0A  help: this clone has only a part of the history: `git fetch --unshallow` brings the rest, in a workflow `fetch-depth: 0` of the checkout',
		],
		outputs: {},
		summary: "",
		fetched: [],
	});
});

test("an event that is not as documented is about everything", async () => {
	const { remote, after } = openHistory();
	const event = { ...push({ after }), payload: { ref: "refs/heads/main" } };
	expect(await run(remote, event)).toEqual(
		everything(" (nothing to compare with, so everything is checked: the event does not tell it)"),
	);
});
