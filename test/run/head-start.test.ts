import { expect, test } from "vitest";
import type { Document, HttpTarget, Observation } from "../../src/model.ts";
import { resolveLink } from "../../src/resolve/link.ts";
import { createShelf } from "../../src/resolve/shelf.ts";
import { HeadStart } from "../../src/run/head-start.ts";
import type { LookerOptions } from "../../src/run/lookers.ts";
import { Parser } from "../../src/run/parsing/parser.ts";

const shelf = createShelf([], { repository: "none", cwd: "." });
const parser = new Parser();
const one: Document = {
	path: "1.md",
	text: "[a](https://a.test/) [b](b.md) <https://a.test/>",
	format: "markdown",
};
const two: Document = { path: "2.md", text: "[a](https://a.test/#x) [c](//c.test/)", format: "markdown" };

const seen = ({ key }: HttpTarget): Observation => ({ kind: "none", key, reason: "deadline" });

/** Parses both documents, and tells what happens in which order. */
async function start(
	options: Partial<LookerOptions> = {},
	look: (target: HttpTarget) => Promise<Observation> = async (target) => seen(target),
) {
	const events: string[] = [];
	const headStart = new HeadStart(
		{ network: "all", fragments: false, exclude: [], include: [], ...options },
		(link) => resolveLink(link, shelf),
		{
			open: async () => {
				events.push("open");
				await new Promise((resolve) => setImmediate(resolve));
			},
			look: (target, anchors) => {
				events.push(`look at ${target.key}${anchors ? " and its anchors" : ""}`);
				return look(target);
			},
		},
	);
	const outcomes = await headStart.during([one, two], (document) => {
		events.push(`parse ${document.path}`);
		return parser.parse(document);
	});
	return { headStart, events, outcomes };
}

test("looks begin while other documents are not yet parsed, one for each page", async () => {
	const { events, outcomes } = await start();
	expect(events.filter((event) => event !== "open")).toEqual([
		"parse 1.md",
		"look at https://a.test/",
		"parse 2.md",
		"look at https://c.test/",
	]);
	expect(outcomes).toEqual([one, two].map((document) => parser.parse(document)));
});

test("none begins before the network is open", async () => {
	const { events } = await start();
	expect(events.slice(0, 3)).toEqual(["parse 1.md", "open", "look at https://a.test/"]);
});

test("what has begun goes on between documents", async () => {
	let answered = false;
	const { events } = await start({}, async (target) => {
		await new Promise((resolve) => setImmediate(resolve));
		answered = true;
		return seen(target);
	});
	expect(events).toHaveLength(6);
	expect(answered).toBe(true);
});

test.each([
	["without a network", { network: "none" }],
	["where anchors of pages are wanted", { fragments: true }],
	["for what is left out", { exclude: ["a.test", "c.test"] }],
] as const)("none begins %s", async (_, options) => {
	const { events } = await start(options);
	expect(events).toEqual(["parse 1.md", "parse 2.md"]);
});

test("a look is handed over once, and any other is a new one", async () => {
	const { headStart, events } = await start();
	events.length = 0;
	const [a, d] = ["https://a.test/", "https://d.test/"].map((key) => ({ kind: "http", key }) as const);
	for (const target of [a, d, a]) {
		if (target) expect(await headStart.look(target, false)).toEqual(seen(target));
	}
	expect(events).toEqual(["look at https://d.test/", "look at https://a.test/"]);
});

test("verdicts are its own until the look is handed over", async () => {
	const { headStart } = await start();
	const target = { kind: "http", key: "https://a.test/" } as const;
	expect(headStart.judgeAll(seen(target))).toEqual([{ verdict: "skipped", reason: "deadline" }]);
	await headStart.look(target, false);
	expect(headStart.judgeAll(seen(target))).toBeUndefined();
});

test("what is judged as its look begins is its own, too", async () => {
	const verdicts: unknown[] = [];
	const headStart = new HeadStart(
		{ network: "all", fragments: false, exclude: [], include: [] },
		(link) => resolveLink(link, shelf),
		{
			open: async () => {},
			look: async (target) => {
				verdicts.push(headStart.judgeAll(seen(target)));
				return seen(target);
			},
		},
	);
	await headStart.during([one], (document) => parser.parse(document));
	expect(verdicts).toEqual([[{ verdict: "skipped", reason: "deadline" }]]);
});

test("what goes wrong is for whoever takes the look over", async () => {
	const { headStart } = await start({}, async () => {
		throw new Error("a bug");
	});
	await expect(headStart.look({ kind: "http", key: "https://a.test/" }, false)).rejects.toThrow("a bug");
});
