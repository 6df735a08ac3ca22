import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { LinkReport, Report } from "../src/model.ts";
import { bin, runCommand } from "./run.ts";
import { makeFolder } from "./tree.ts";
import { Internet, type Site } from "./wire/internet.ts";

const page = (text: string): string =>
	`<!doctype html><title>${text}</title><h1>${text}</h1><p>${"Some text. ".repeat(300)}`;

const quick: Site = (_, response) => response.end(page("Quick"));
const links = (...urls: readonly string[]): { "a.md": string } => ({
	"a.md": urls.map((url) => `- [link](${url})\n`).join(""),
});

type Line = { readonly type: string } & Partial<LinkReport>;
const linesIn = (stdout: string): Line[] =>
	stdout
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => JSON.parse(line));
const said = ({ type, url, reason }: Line): string => [type, url, reason].filter(Boolean).join(" ");

test("a link is printed when its verdict is final, not in its turn", async () => {
	let release: () => void = () => {};
	const printed = new Promise<void>((resolve) => {
		release = resolve;
	});
	const internet = await Internet.open({
		// Answers when the other link has been printed, and never before.
		"slow.test": (_, response) => void printed.then(() => response.end(page("Slow"))),
		"quick.test": quick,
	});
	const cwd = makeFolder(links("https://slow.test/", "https://quick.test/", "gone.md"));
	const { code, stdout } = await runCommand(["--format=jsonl", "--format=json=report.json"], {
		cwd,
		internet,
		watch: (written) => {
			if (written.includes("https://quick.test/")) release();
		},
	});
	await internet.close();
	expect(code).toBe(1);
	expect(linesIn(stdout).map(said)).toEqual([
		"link gone.md missing-file",
		"link https://quick.test/ ok",
		"link https://slow.test/ ok",
		"finding",
		"summary",
	]);
	const report = JSON.parse(readFileSync(join(cwd, "report.json"), "utf8")) as Report;
	const lines = linesIn(stdout).flatMap(({ type, ...rest }) => (type === "link" ? [rest] : []));
	expect(lines.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))).toEqual(report.links);
});

test("without a network nothing is printed as dead", async () => {
	const nowhere = await Internet.open({});
	const cwd = makeFolder(links("https://a.test/", "gone.md", "https://b.test/"));
	const { code, stdout } = await runCommand(["--format=jsonl"], { cwd, internet: nowhere });
	await nowhere.close();
	expect(code).toBe(2);
	const [first, ...rest] = linesIn(stdout).map(said);
	expect(first).toBe("link gone.md missing-file");
	expect(rest.slice(0, 2).toSorted()).toEqual([
		"link https://a.test/ no-network",
		"link https://b.test/ no-network",
	]);
	expect(rest.slice(2)).toEqual(["finding", "summary"]);
});

test("Ctrl-C: what is known has been printed, and the rest says that it is not", async () => {
	const internet = await Internet.open({ "silent.test": { connection: "silent" }, "quick.test": quick });
	const cwd = makeFolder(links("https://silent.test/", "https://quick.test/"));
	const { code, stdout } = await runCommand(["--format=jsonl"], {
		cwd,
		internet,
		watch: (written, kill) => {
			if (written.endsWith("}\n") && !written.includes("silent.test")) kill("SIGINT");
		},
	});
	await internet.close();
	expect(code).toBe(130);
	expect(linesIn(stdout).map(said)).toEqual([
		"link https://quick.test/ ok",
		"link https://silent.test/ cancelled",
		"summary",
	]);
});

test("what is fixed is printed as it is afterwards", async () => {
	const internet = await Internet.open({
		"moved.test": (request, response) =>
			request.url === "/a-new-address"
				? response.end(page("New"))
				: response.writeHead(301, { location: "/a-new-address" }).end(),
		"quick.test": quick,
	});
	const cwd = makeFolder({ "a.md": "[a](https://moved.test/old) [b](https://quick.test/)\n" });
	const { stdout } = await runCommand(["--format=jsonl", "--fix"], { cwd, internet });
	await internet.close();
	expect(linesIn(stdout).map(said)).toEqual([
		"link https://moved.test/a-new-address ok",
		"link https://quick.test/ ok",
		"summary",
	]);
	const text = readFileSync(join(cwd, "a.md"), "utf8");
	expect(linesIn(stdout)[1]?.column).toBe(text.indexOf("https://quick.test/") + 1);
});

test.each(["/dev/stdout", "/dev/stderr"])("%s takes the lines", async (file) => {
	const cwd = makeFolder(links("gone.md"));
	const command = `"${process.execPath}" "${bin}" --format=jsonl=${file} --format=json=${file} 2>&1 | cat`;
	const shell = spawn("sh", ["-c", command], { cwd });
	let stdout = "";
	shell.stdout.on("data", (chunk: Buffer) => {
		stdout += chunk;
	});
	await once(shell, "close");
	expect(stdout).toMatch(
		/^\{"type":"link".*\n\{"type":"finding".*\n\{"type":"summary".*\n\{\n {2}"version": 1/,
	);
});

test("a pipe takes the lines, and stays a pipe", async () => {
	const cwd = makeFolder(links("gone.md"));
	execFileSync("mkfifo", [join(cwd, "pipe")]);
	const reader = spawn("cat", ["pipe"], { cwd });
	let read = "";
	reader.stdout.on("data", (chunk: Buffer) => {
		read += chunk;
	});
	const [{ code, stdout }] = await Promise.all([
		runCommand(["--format=jsonl=pipe"], { cwd }),
		once(reader, "close"),
	]);
	expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
	expect(linesIn(read).map(said)).toEqual(["link gone.md missing-file", "finding", "summary"]);
});
