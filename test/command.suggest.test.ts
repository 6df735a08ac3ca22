import { expect, onTestFinished, test } from "vitest";
import { reportOf } from "./run.ts";
import { makeFolder } from "./tree.ts";
import { type Host, Internet, type Site } from "./wire/internet.ts";

const copyOf = (url: string): string => `http://web.archive.org/web/20230327101112/${url}`;

/** Has copies of all pages but those whose address ends in `/never`. */
const archive: Site = ({ url = "" }, response) => {
	const page = new URL(url, "https://archive.org").searchParams.get("url") ?? "";
	const closest = { status: "200", available: true, url: copyOf(page), timestamp: "20230327101112" };
	response
		.setHeader("content-type", "application/json")
		.end(JSON.stringify({ url: page, archived_snapshots: page.endsWith("/never") ? {} : { closest } }));
};

async function openInternet(host: Site | Host): Promise<Internet> {
	const internet = await Internet.open({
		"ok.test": (_, response) => response.end(`<title>Fine</title><p>${"Some text. ".repeat(300)}`),
		"gone.test": (_, response) => response.writeHead(404).end("Not found"),
		"archive.org": host,
	});
	onTestFinished(() => internet.close());
	return internet;
}

const catalogue = `[a](https://gone.test/a#part) [again](https://gone.test/a)
[b](https://gone.test/never)
[c](https://ok.test/)
[d](https://ada:secret@gone.test/d)
[e](https:/gone.test/e)
`;

test("--suggest asks the archive once for each dead page, and suggests its copies", async () => {
	const internet = await openInternet(archive);
	const report = await reportOf(["--suggest"], { cwd: makeFolder({ "a.md": catalogue }), internet });
	const dead = report.findings.filter(({ ruleId }) => ruleId === "dead-link");
	const help = "Find where the page went, or link its archived copy of 2023-03-27.";
	const copy = "https://web.archive.org/web/20230327101112/https://gone.test/a";
	const general = "Find where the page went, link an archived copy, or remove the link.";
	expect(dead.map(({ line, help, suggestion }) => [line, help, suggestion?.text, suggestion?.safe])).toEqual([
		[1, help, `${copy}#part`, false],
		[1, help, copy, false],
		[2, general, undefined, undefined],
		[4, general, undefined, undefined],
	]);
	expect(internet.requests.get("archive.org")?.map(({ url }) => url)).toEqual([
		"/wayback/available?url=https%3A%2F%2Fgone.test%2Fa",
		"/wayback/available?url=https%3A%2F%2Fgone.test%2Fnever",
	]);
});

test("without it, the archive is not asked", async () => {
	const internet = await openInternet(archive);
	const { findings } = await reportOf([], { cwd: makeFolder({ "a.md": catalogue }), internet });
	const dead = findings.filter(({ ruleId }) => ruleId === "dead-link");
	expect(dead.map(({ line, suggestion }) => [line, suggestion])).toEqual(
		[1, 1, 2, 4].map((line) => [line, undefined]),
	);
	expect(internet.count("archive.org")).toBe(0);
});

test.each<[string, Site | Host]>([
	["refuses connections", { connection: "refused" }],
	["answers errors", (_, response) => response.writeHead(500).end("Busy")],
	["answers nonsense", (_, response) => response.end("<!doctype html><title>Hello</title>")],
])("an archive that %s changes nothing", async (_, host) => {
	const internet = await openInternet(host);
	const cwd = makeFolder({ "a.md": catalogue });
	const asked = await reportOf(["--suggest", "--retries=0"], { cwd, internet });
	const { stats, ...rest } = await reportOf(["--retries=0"], { cwd, internet });
	expect(asked).toEqual({ ...rest, stats: { ...stats, requests: expect.any(Number) } });
});
