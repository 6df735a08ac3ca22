import { expect, test } from "vitest";
import { parse } from "yaml";
import { parseInputs } from "../../src/config/inputs.ts";
import { options } from "../../src/run/setup.ts";
import { blocksOf, firstCellsOf, readPage } from "./page.ts";

interface Workflow {
	readonly name: string;
	readonly permissions: Readonly<Record<string, string>>;
	readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}
interface Step {
	readonly uses: string;
	readonly with?: Readonly<Record<string, string>>;
}
interface Manifest {
	readonly inputs: object;
	readonly outputs: object;
}

const manifest = parse(readPage("action.yml")) as Manifest;
const page = readPage("docs/pull-requests.md");
const workflows = [readPage("README.md"), page]
	.flatMap((source) => blocksOf(source, "yaml"))
	.map((source) => parse(source) as Partial<Workflow>)
	.filter((document): document is Workflow => document.jobs !== undefined)
	.map((workflow) => ({
		...workflow,
		steps: Object.values(workflow.jobs).flatMap(({ steps }) => steps),
	}));

test("there are workflows for pull requests, for every night, for code scanning and for a table", () => {
	expect(workflows.map(({ name }) => name)).toEqual([
		"links",
		"links, nightly",
		"links, code scanning",
		"links, as a table",
	]);
});

test.each(workflows)("$name: the action understands its inputs", ({ steps }) => {
	const given = steps
		.filter(({ uses }) => uses === "shelfread/shelfread@COMMIT")
		.map((step) => step.with ?? {});
	expect(given).toHaveLength(1);
	const [inputs = {}] = given;
	expect(Object.keys(manifest.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
	const settings = parseInputs((name) => inputs[name] ?? "", options);
	expect(Object.keys(settings).toSorted()).toEqual(Object.keys(inputs).toSorted());
});

test.each(workflows)("$name: actions of others are pinned by the hash of a commit", ({ steps }) => {
	const others = steps.map(({ uses }) => uses).filter((uses) => !uses.startsWith("shelfread/"));
	expect(others).not.toEqual([]);
	expect(others.filter((uses) => !/@[0-9a-f]{40}$/.test(uses))).toEqual([]);
});

test.each(workflows)(
	"$name: it has no right but to read, and to upload alerts where it does",
	({ steps, permissions }) => {
		const uploads = steps.some(({ uses }) => uses.includes("/upload-sarif@"));
		expect(permissions).toEqual({ contents: "read", ...(uploads && { "security-events": "write" }) });
	},
);

test("every output of the action has a row", () => {
	const outputs = firstCellsOf(page, "## On GitHub").filter((word) => Object.hasOwn(manifest.outputs, word));
	expect(outputs).toEqual(Object.keys(manifest.outputs));
});
