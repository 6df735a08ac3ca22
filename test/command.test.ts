import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import type { Report } from "../src/model.ts";
import { bin, reportOf, runCommand } from "./run.ts";
import { makeFolder, makeRepository } from "./tree.ts";
import { Internet } from "./wire/internet.ts";

const page = (text: string): string =>
	`<!doctype html><title>${text}</title><h1>${text}</h1><p>${"Some text. ".repeat(300)}`;

let internet: Internet;
beforeAll(async () => {
	internet = await Internet.open({
		"ok.test": (_, response) => response.end(page("All right")),
		"gone.test": (_, response) => response.writeHead(404).end(page("No")),
		"moved.test": (request, response) =>
			request.url === "/new"
				? response.end(page("New"))
				: response.writeHead(301, { location: "/new" }).end(),
		"hops.test": ({ url = "" }, response) => {
			const hop = Number(url.slice(1));
			if (hop > 0) response.writeHead(302, { location: `/${hop - 1}` }).end();
			else response.end(page("There"));
		},
		"flaky.test": (_, response, count) => {
			if (count % 2 === 1) response.writeHead(503).end();
			else response.end(page("Up again"));
		},
		"anchors.test": (_, response) => response.end(`${page("Anchors")}<h2 id="here">Here</h2>`),
		"silent.test": { connection: "silent" },
		"echo.test": (request, response) =>
			response.end(page(`${request.headers["user-agent"]} ${request.headers["x-pass"] ?? "no pass"}`)),
	});
});
afterAll(() => internet.close());

const markdown = (...urls: readonly string[]): { "a.md": string } => ({
	"a.md": urls.map((url) => `- [link](${url})\n`).join(""),
});
const verdicts = (report: Report): string[] =>
	report.links.map(({ url, verdict, reason }) => `${url} ${verdict} ${reason}`);

describe("the command", () => {
	test("prints its version, without anything else", async () => {
		expect(await runCommand(["--version"], { cwd: makeFolder({}) })).toEqual({
			code: 0,
			stdout: `${manifest.version}\n`,
			stderr: "",
		});
	});

	test("prints help, and works through a symbolic link", async () => {
		const cwd = makeFolder({});
		symlinkSync(bin, join(cwd, "shelfread"));
		const help = execFileSync(process.execPath, [join(cwd, "shelfread"), "--help"], { encoding: "utf8" });
		expect(help).toBe((await runCommand(["-h"], { cwd })).stdout);
		expect(help).toContain("Usage\n  shelfread [options] [PATH…]\n");
	});

	test.each([
		[
			"--tiemout",
			'unknown flag "--tiemout"\n  help: did you mean "--timeout"? shelfread --help lists the flags.\n',
		],
		["--timeout=soon", '--timeout: expected a number of seconds above 0, at most 600, found "soon"\n'],
	])("%s is a usage error", async (flag, stderr) => {
		expect(await runCommand([flag], { cwd: makeFolder({}) })).toEqual({ code: 2, stdout: "", stderr });
	});

	test("reads standard input, and writes nothing but the report", async () => {
		const cwd = makeFolder({ "there.md": "" });
		const outcome = await runCommand(["-"], { cwd, stdin: "[a](there.md) [b](gone.md)\n" });
		expect(outcome).toEqual({
			code: 1,
			stdout: [
				"<stdin>",
				"  1:19  error    gone.md names no file or folder  local-target",
				"                 help: Correct the path, or add the file.",
				"",
				"✗ 2 of 2 links verified in 1 file: 1 error",
				"  1 alive, 1 dead",
				"",
			].join("\n"),
			stderr: "",
		});
	});

	test("shows paths as they lead there from the working directory", async () => {
		const cwd = makeRepository({ "docs/a.md": "[b](gone.md)\n", "b.md": "" });
		const { stdout } = await runCommand([".."], { cwd: join(cwd, "docs") });
		expect(stdout.split("\n")[0]).toBe("../docs/a.md");
	});
});

describe("options", () => {
	test("--exclude and --include", async () => {
		const cwd = makeFolder(markdown("https://ok.test/a", "https://gone.test/a", "https://gone.test/b"));
		const report = await reportOf(["--exclude=gone.test", "--include=https://gone.test/b"], {
			cwd,
			internet,
		});
		expect(verdicts(report)).toEqual([
			"https://ok.test/a alive ok",
			"https://gone.test/a skipped excluded",
			"https://gone.test/b dead not-found",
		]);
	});

	test("--fragments", async () => {
		const cwd = makeFolder(markdown("https://anchors.test/#here", "https://anchors.test/#there"));
		const without = await reportOf([], { cwd, internet });
		expect(verdicts(without).map((line) => line.split(" ")[1])).toEqual(["alive", "alive"]);
		const before = internet.count("anchors.test");
		expect(verdicts(await reportOf(["--fragments"], { cwd, internet }))).toEqual([
			"https://anchors.test/#here alive ok",
			"https://anchors.test/#there dead missing-anchor",
		]);
		expect(internet.count("anchors.test") - before).toBe(1);
	});

	test("--retries", async () => {
		const cwd = makeFolder(markdown("https://flaky.test/"));
		expect(verdicts(await reportOf(["--retries=1"], { cwd, internet }))).toEqual([
			"https://flaky.test/ alive ok",
		]);
		expect(verdicts(await reportOf(["--retries=0"], { cwd, internet }))).toEqual([
			"https://flaky.test/ unsure server-error",
		]);
	});

	test("--max-redirects", async () => {
		const cwd = makeFolder(markdown("https://hops.test/3"));
		expect(verdicts(await reportOf(["--max-redirects=3"], { cwd, internet }))).toEqual([
			"https://hops.test/3 alive redirected",
		]);
		expect(verdicts(await reportOf(["--max-redirects=2"], { cwd, internet }))).toEqual([
			"https://hops.test/3 dead too-many-redirects",
		]);
	});

	test("--timeout", async () => {
		const cwd = makeFolder(markdown("https://silent.test/", "https://ok.test/"));
		const report = await reportOf(["--timeout=0.3"], { cwd, internet });
		expect(report.links[0]).toMatchObject({
			verdict: "unsure",
			reason: "timeout",
			evidence: "no answer in 0.15 s",
		});
	});

	test("--deadline", async () => {
		const cwd = makeFolder(markdown("https://silent.test/", "https://ok.test/"));
		const report = await reportOf(["--deadline=1"], { cwd, internet });
		expect(verdicts(report)).toEqual(["https://silent.test/ skipped deadline", "https://ok.test/ alive ok"]);
		expect(report.environment.incomplete).toBe(true);
	});

	test("--user-agent and --header, to its own host only", async () => {
		const cwd = makeFolder(markdown("https://echo.test/"));
		const flags = ["--user-agent=Robby/1", "--header=echo.test X-Pass: open", "--header=ok.test X-Other: no"];
		await runCommand(flags, { cwd, internet });
		const headers = internet.requests.get("echo.test")?.at(-1)?.headers;
		expect(headers).toMatchObject({ "user-agent": "Robby/1", "x-pass": "open" });
		expect(headers).not.toHaveProperty("x-other");
	});

	test("--allow-private", async () => {
		const server = createServer((_, response) => response.end(page("Home"))).listen(0, "127.0.0.1");
		await once(server, "listening");
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
		const cwd = makeFolder(markdown(url));
		expect(verdicts(await reportOf([], { cwd, internet }))).toEqual([`${url} skipped private-address`]);
		expect(verdicts(await reportOf(["--allow-private"], { cwd, internet }))).toEqual([`${url} alive ok`]);
		expect(verdicts(await reportOf(["--allow-private=127.0.0.1"], { cwd, internet }))).toEqual([
			`${url} alive ok`,
		]);
		expect(verdicts(await reportOf(["--allow-private=10.0.0.1"], { cwd, internet }))).toEqual([
			`${url} skipped private-address`,
		]);
		server.close();
	});

	test.each([
		["--concurrency=3", 3],
		["--host-concurrency=2", 2],
		["--concurrency=1", 1],
	])("%s is never exceeded, and reached", async (flag, most) => {
		let now = 0;
		let peak = 0;
		const crowd = await Internet.open({
			"crowd.test": (_, response) => {
				now += 1;
				peak = Math.max(peak, now);
				setTimeout(() => {
					now -= 1;
					response.end(page("Here"));
				}, 30);
			},
		});
		const cwd = makeFolder(markdown(...Array.from({ length: 12 }, (_, i) => `https://crowd.test/${i}`)));
		const report = await reportOf([flag], { cwd, internet: crowd });
		await crowd.close();
		expect(report.stats.verdicts.alive).toBe(12);
		expect(peak).toBe(most);
	});

	test.each([
		["error", 0],
		["warning", 0],
		["info", 1],
		["never", 0],
	])("--fail-on=%s with a moved link exits %i", async (severity, code) => {
		const cwd = makeFolder(markdown("https://moved.test/old"));
		expect((await runCommand([`--fail-on=${severity}`], { cwd, internet })).code).toBe(code);
	});

	test("--quiet and --verbose", async () => {
		const cwd = makeFolder(markdown("https://moved.test/old", "https://ok.test/", "gone.md"));
		const quiet = await runCommand(["--quiet"], { cwd, internet });
		expect(quiet.stdout).toBe(
			[
				"a.md",
				"  3:10  error    gone.md names no file or folder  local-target",
				"                 help: Correct the path, or add the file.",
				"",
				"✗ 3 of 3 links verified in 1 file: 1 error, 1 info",
				"",
			].join("\n"),
		);
		const verbose = await runCommand(["--verbose"], { cwd, internet });
		expect(verbose.stdout).toContain("alive");
		expect(verbose.stdout).toContain("https://ok.test/");
	});

	test("--format, into files and on standard output at once; one that cannot be written keeps back none", async () => {
		const cwd = makeFolder({ ...markdown("gone.md"), file: "" });
		const formats = [
			"--format=github",
			"--format=json=out/report.json",
			"--format=markdown=file/in-a-file.md",
		];
		const { code, stdout, stderr } = await runCommand(formats, { cwd });
		expect(code).toBe(2);
		expect(stdout).toContain("::error file=a.md,line=1");
		expect(stderr).toContain("the markdown report could not be written to file/in-a-file.md");
		expect(JSON.parse(readFileSync(join(cwd, "out/report.json"), "utf8")).version).toBe(1);
	});

	test("--config, --no-config and --print-config", async () => {
		const cwd = makeFolder({
			...markdown("gone.md"),
			".shelfread.yml": "fail-on: never\n",
			"other.yml": "exclude: [gone.md]\n",
		});
		const codes = await Promise.all(
			[[], ["--no-config"], ["--config=other.yml"]].map(
				async (flags) => (await runCommand(flags, { cwd })).code,
			),
		);
		expect(codes).toEqual([0, 1, 0]);
		const { stdout } = await runCommand(["--print-config", "--timeout=5"], { cwd });
		expect(stdout).toContain("fail-on: never # .shelfread.yml\n");
		expect(stdout).toContain("timeout: 5 # command line\n");
	});

	test("the configuration's rules and hosts", async () => {
		const cwd = makeFolder({
			...markdown("gone.md", "https://moved.test/old"),
			".shelfread.yml":
				"rules:\n  local-target: warning\n  moved-link: off\nhosts:\n  moved.test:\n    concurrency: 1\n",
		});
		const report = await reportOf([], { cwd, internet });
		expect(report.findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
			["local-target", "warning"],
		]);
	});
});

describe("without a network", () => {
	const tree = markdown("https://ok.test/", "https://gone.test/", "there.md");

	test.each([
		["--network=all", 2],
		["--network=auto", 0],
		["--network=none", 0],
		["--offline", 0],
	])("%s exits %i, and nothing is called dead", async (flag, code) => {
		const cwd = makeFolder({ ...tree, "there.md": "" });
		const nowhere = await Internet.open({});
		const outcome = await runCommand([flag], { cwd, internet: nowhere });
		await nowhere.close();
		expect(outcome.code).toBe(code);
		const why =
			code === 2 || flag === "--network=auto"
				? "no network: 2 web links not verified"
				: "offline: 2 web links not checked";
		expect(outcome.stdout.split("\n")[0]).toBe(`! 1 of 3 links verified in 2 files (${why}): no findings`);
		expect(outcome.stdout).not.toContain("dead");
	});

	test("local links and rules are judged all the same", async () => {
		const nowhere = await Internet.open({});
		const cwd = makeFolder(markdown("https://ok.test/", "gone.md"));
		const outcome = await runCommand(["--network=auto"], { cwd, internet: nowhere });
		await nowhere.close();
		expect(outcome.code).toBe(1);
		expect(outcome.stdout).toContain("gone.md names no file or folder");
	});

	test("one dead host beside a network that is there is dead", async () => {
		const cwd = makeFolder(markdown("https://nobody.test/"));
		const somewhere = await Internet.open({ "example.com": (_, response) => response.end("hello") });
		expect(verdicts(await reportOf([], { cwd, internet: somewhere }))).toEqual([
			"https://nobody.test/ dead no-such-host",
		]);
		await somewhere.close();
	});
});

describe("interruptions", () => {
	test("Ctrl-C prints what is known and exits 130", async () => {
		let answered: () => void = () => {};
		const slow = await Internet.open({
			"ok.test": (_, response) => {
				response.end(page("Quick"));
				answered();
			},
			"silent.test": { connection: "silent" },
		});
		const cwd = makeFolder(markdown("gone.md", "https://ok.test/", "https://silent.test/"));
		const child = spawn(process.execPath, [bin], { cwd, env: { ...process.env, ...slow.environment() } });
		answered = () => setTimeout(() => child.kill("SIGINT"), 200);
		let stdout = "";
		child.stdout.on("data", (chunk: Buffer) => {
			stdout += chunk;
		});
		const [code] = (await once(child, "close")) as [number];
		await slow.close();
		expect(code).toBe(130);
		expect(stdout).toContain("gone.md names no file or folder");
		expect(stdout).toContain(
			"✗ 2 of 3 links verified in 1 file (stopped early: 1 link not reached): 1 error",
		);
	});

	test("a reader that goes away is no crash", async () => {
		const cwd = makeFolder(markdown(...Array.from({ length: 3000 }, (_, i) => `gone-${i}.md`)));
		const shell = spawn("sh", ["-c", `"${process.execPath}" "${bin}" | head -n 1`], { cwd });
		let stderr = "";
		shell.stderr.on("data", (chunk: Buffer) => {
			stderr += chunk;
		});
		shell.stdout.resume();
		await once(shell, "close");
		expect(stderr).toBe("");
	});
});

describe("probe", () => {
	test("prints the whole trail of one look", async () => {
		const { code, stdout } = await runCommand(["probe", "https://moved.test/old"], {
			cwd: makeFolder({}),
			internet,
		});
		expect(code).toBe(0);
		expect(stdout.replace(/\d+ ms/g, "N ms").replace(/ {2}127\.0\.0\.1/g, "")).toBe(
			[
				"1. GET https://moved.test/old  the link",
				"   301  N ms",
				"   location: /new",
				"   body: empty, 0 bytes read",
				"2. GET https://moved.test/new  sent on",
				"   200  N ms",
				"   content-length: 3348",
				"   body: html, 3348 bytes read, title “New”, 3302 characters of text",
				"moved permanent-redirect",
				"  ends at https://moved.test/new",
				"",
			].join("\n"),
		);
	});

	test("a saved look can be judged again, elsewhere and later", async () => {
		const cwd = makeFolder({ "no-recording.json": "{}" });
		const url = "https://anchors.test/#there";
		const probed = await runCommand(["probe", url, "--save=look.json"], { cwd, internet });
		expect(await runCommand(["judge", "look.json"], { cwd })).toEqual(probed);
		expect(probed.stdout).toContain("dead missing-anchor: ");
		const broken = await runCommand(["judge", "no-recording.json"], { cwd });
		expect({ code: broken.code, stdout: broken.stdout }).toEqual({ code: 2, stdout: "" });
		expect(broken.stderr).toContain(
			"is no recording of a probe\n  help: shelfread probe URL --save FILE makes one",
		);
		expect((await runCommand(["judge", "nowhere.json"], { cwd })).stderr).toContain("cannot be read: ");
	});

	test.each([
		["https://gone.test/", 1],
		["https://ok.test/", 0],
		["mailto:a@b.test", 2],
		["not a url", 2],
	])("%s exits %i", async (url, code) => {
		expect((await runCommand(["probe", url], { cwd: makeFolder({}), internet })).code).toBe(code);
	});
});
