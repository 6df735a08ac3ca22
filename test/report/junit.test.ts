import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import type { Report } from "../../src/model.ts";
import { clean, controls } from "../../src/report/clean.ts";
import { junit } from "../../src/report/junit.ts";
import fc from "../property.ts";
import { anyText } from "./hostile.ts";
import * as samples from "./samples.ts";

const { page } = samples;

interface Read {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: Read[];
	text: string;
}

/** Reads XML strictly: what is not well-formed throws. */
function read(xml: string): Read {
	const document: Read = { name: "", attributes: {}, children: [], text: "" };
	const open = [document];
	const parser = new SaxesParser();
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", ({ name, attributes }) => {
		const element = { name, attributes, children: [], text: "" };
		open.at(-1)?.children.push(element);
		open.push(element);
	});
	parser.on("text", (text) => {
		const element = open.at(-1);
		if (element) element.text += text;
	});
	parser.on("closetag", () => void open.pop());
	parser.write(xml).close();
	return document.children[0] as Read;
}

/** The elements of a name, wherever they are. */
function all(element: Read, name: string): Read[] {
	return [
		...(element.name === name ? [element] : []),
		...element.children.flatMap((child) => all(child, name)),
	];
}

test("a clean run has a case that passes for the run and for each file", () => {
	expect(junit.render(samples.clean, page)).toBe(
		`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="shelfread" tests="3" failures="0" errors="0">
	<testsuite name="shelfread" tests="1" failures="0" errors="0">
		<testcase classname="shelfread" name="run"/>
		<system-out>3 of 3 links verified in 2 files: no findings</system-out>
	</testsuite>
	<testsuite name="README.md" tests="1" failures="0" errors="0">
		<testcase classname="README.md" name="links"/>
		<system-out>2 of 2 links verified</system-out>
	</testsuite>
	<testsuite name="docs/usage.md" tests="1" failures="0" errors="0">
		<testcase classname="docs/usage.md" name="links"/>
		<system-out>1 of 1 link verified</system-out>
	</testsuite>
</testsuites>
`,
	);
});

test("findings of severity error fail, the others and lesser errors of the run are output", () => {
	const suites = all(read(junit.render(samples.mixed, page)), "testsuite");
	expect(suites.map(({ attributes }) => attributes)).toEqual([
		{ name: "shelfread", tests: "1", failures: "0", errors: "0" },
		{ name: "README.md", tests: "3", failures: "3", errors: "0" },
		{ name: "文档/阅读清单.md", tests: "1", failures: "1", errors: "0" },
	]);
	expect(suites.map((suite) => all(suite, "system-out")[0]?.text)).toEqual([
		"6 of 13 links verified in 12 files: 4 errors, 1 warning, 1 info; 1 run error\n" +
			"warning  docs/old.md is not UTF-8: byte 0xE9 at offset 120\nSave the file as UTF-8.",
		"5 of 12 links verified\n" +
			"info  README.md:12:5  https://github.com/openai/gpt-2-simple moved for good to https://github.com/minimaxir/gpt-2-simple",
		"1 of 1 link verified\nwarning  文档/阅读清单.md:31:1  The definition [综述] is used nowhere",
	]);
});

test("a fatal error of the run is an error", () => {
	const [run] = all(read(junit.render(samples.stopped, page)), "testsuite");
	expect(run?.attributes).toEqual({ name: "shelfread", tests: "1", failures: "0", errors: "1" });
	expect(run && all(run, "testcase")[0]).toMatchObject({
		attributes: { classname: "shelfread", name: "unreadable docs" },
		children: [
			{ name: "error", attributes: { type: "unreadable", message: "docs cannot be opened: EACCES" } },
		],
	});
});

test.each(Object.entries(samples.samples))(
	"%s: the counts are right, and no name is there twice",
	(_, report) => {
		const root = read(junit.render(report, page));
		for (const element of [root, ...all(root, "testsuite")])
			expect(element.attributes).toMatchObject({
				tests: String(all(element, "testcase").length),
				failures: String(all(element, "failure").length),
				errors: String(all(element, "error").length),
			});
		const names = all(root, "testcase").map(({ attributes }) => `${attributes.classname} ${attributes.name}`);
		expect(new Set(names).size).toBe(names.length);
	},
);

test("findings that are alike are numbered, and keep their names when lines are added above", () => {
	const [first] = samples.documented.findings;
	if (!first) throw new Error("the sample has findings");
	const at = (line: number): Report => ({
		...samples.documented,
		findings: [0, 1].map((next) => ({ ...first, line: line + next, endLine: line + next })),
	});
	const names = (report: Report): unknown =>
		all(read(junit.render(report, page)), "testcase").map(({ attributes }) => attributes.name);
	expect(names(at(20))).toEqual([
		"run",
		"dead-link https://x.test/gone",
		"dead-link https://x.test/gone (2)",
		"links",
	]);
	expect(names(at(25))).toEqual(names(at(20)));
});

test("standard input is no file to open", () => {
	const root = read(junit.render(samples.echoing("<stdin>"), page));
	expect(all(root, "testcase").map(({ attributes }) => attributes)).toEqual([
		{ classname: "shelfread", name: "<stdin> <stdin>" },
		{ classname: "<stdin>", name: "<stdin> <stdin>", line: "1" },
	]);
});

test("hostile text stays text", () => {
	fc.assert(
		fc.property(anyText, (foreign) => {
			const output = junit.render(samples.echoing(foreign), page);
			const text = clean(foreign)
				.replace(/[\ufffe\uffff]/g, "")
				.replace(/##(?=\[)/g, "##\u2060");
			const root = read(output);
			expect(all(root, "testcase")).toHaveLength(2);
			const problems = [...all(root, "error"), ...all(root, "failure")].map(({ attributes }) => attributes);
			expect(problems).toEqual([
				{ type: text, message: text },
				{ type: text, message: text },
			]);
			expect(output.replace(/[\n\t]/g, "").match(controls)).toBeNull();
			expect(output).not.toMatch(/^\s*::|##\[/m);
		}),
	);
});
