import type { LinkReport, Report, RunError } from "../model.ts";
import { groupBy } from "../naming/group.ts";
import { STDIN } from "../naming/stdin.ts";
import { clean, disarm } from "./clean.ts";
import { type Identified, identify } from "./fingerprint.ts";
import { quantity } from "./quantity.ts";
import type { Reporter } from "./reporter.ts";
import { summarize } from "./summary.ts";
import { withHelp } from "./words.ts";
import { type Element, renderXml } from "./xml.ts";

/** A file, or the run itself. There is always a case: readers take a suite without any for one that did not run. */
interface Suite {
	readonly name: string;
	readonly cases: readonly Case[];
	/** Lines that are to be read and fail nobody. */
	readonly output: readonly string[];
}

interface Case {
	/** Without a line, so that its history survives when the document around it changes. */
	readonly name: string;
	readonly line?: number;
	readonly problem?: Problem;
}

/** A failure is about the catalogue, an error about the run. */
interface Problem {
	readonly kind: "failure" | "error";
	readonly type: string;
	readonly message: string;
	readonly text: string;
}

/** There is no standard: this is what most readers know (https://github.com/testmoapp/junitxml). */
export const junit: Reporter = {
	name: "junit",
	about: "for what shows test results: JUnit XML, a suite for each file and a failure for each error",
	render(report) {
		const suites = [runSuite(report), ...fileSuites(report)];
		const cases = suites.flatMap((suite) => suite.cases);
		const root: Element = {
			name: "testsuites",
			attributes: { name: "shelfread", ...count(cases) },
			content: suites.map(suiteElement),
		};
		return disarm(renderXml(root));
	},
};

function runSuite(report: Report): Suite {
	const fatal = report.errors.filter((error) => error.fatal);
	const others = report.errors.filter((error) => !error.fatal);
	return {
		name: "shelfread",
		cases: fatal.length > 0 ? fatal.map(errorCase) : [{ name: "run" }],
		output: [summarize(report).headline, ...others.map((error) => `warning  ${withHelp(error)}`)],
	};
}

function errorCase(error: RunError): Case {
	const { code, path, message } = error;
	return {
		name: path === undefined ? code : `${code} ${path}`,
		problem: { kind: "error", type: code, message, text: withHelp(error) },
	};
}

/** One for each file that has links or findings, in the order of their paths. */
function fileSuites(report: Report): Suite[] {
	const links = groupBy(report.links, ({ path }) => path);
	const findings = groupBy(identify(report), ({ finding }) => finding.path);
	const paths = new Set([...links.keys(), ...findings.keys()]);
	return [...paths].sort().map((path) => fileSuite(path, links.get(path) ?? [], findings.get(path) ?? []));
}

function fileSuite(path: string, links: readonly LinkReport[], findings: readonly Identified[]): Suite {
	const verified = links.filter(({ verdict }) => verdict !== "unsure" && verdict !== "skipped").length;
	const failures = findings.filter(({ finding }) => finding.severity === "error");
	const others = findings.filter(({ finding }) => finding.severity !== "error");
	return {
		name: path,
		cases: failures.length > 0 ? failures.map(failureCase) : [{ name: "links" }],
		output: [
			`${verified} of ${quantity(links.length, "link")} verified`,
			...others.map(({ finding }) => `${finding.severity}  ${place(finding)}  ${withHelp(finding)}`),
		],
	};
}

function failureCase({ finding, subject, nth }: Identified): Case {
	const { ruleId, line, message } = finding;
	return {
		name: `${ruleId} ${subject}${nth > 1 ? ` (${nth})` : ""}`,
		line,
		problem: { kind: "failure", type: ruleId, message, text: `${place(finding)}  ${withHelp(finding)}` },
	};
}

function place({ path, line, column }: Identified["finding"]): string {
	return `${clean(path)}:${line}:${column}`;
}

function suiteElement({ name, cases, output }: Suite): Element {
	return {
		name: "testsuite",
		attributes: { name: clean(name), ...count(cases) },
		content: [
			...cases.map((testCase) => caseElement(testCase, name)),
			{ name: "system-out", content: output.join("\n") },
		],
	};
}

function caseElement({ name, line, problem }: Case, suite: string): Element {
	const file = line !== undefined && suite !== STDIN ? clean(suite) : undefined;
	return {
		name: "testcase",
		attributes: { classname: clean(suite), name: clean(name), file, line },
		content: problem === undefined ? "" : [problemElement(problem)],
	};
}

function problemElement({ kind, type, message, text }: Problem): Element {
	return { name: kind, attributes: { type: clean(type), message: clean(message) }, content: text };
}

function count(cases: readonly Case[]): Record<"tests" | "failures" | "errors", number> {
	const of = (kind: Problem["kind"]): number => cases.filter(({ problem }) => problem?.kind === kind).length;
	return { tests: cases.length, failures: of("failure"), errors: of("error") };
}
