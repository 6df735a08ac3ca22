import { expect, test } from "vitest";
import { type Lookers, observeTargets } from "../../src/check/observe.ts";
import type { Link, Observation, ResolvedLink, Target } from "../../src/model.ts";
import { groupByTarget } from "../../src/resolve/targets.ts";

const start = { line: 1, column: 1, offset: 0 };
const linkTo = (target: Target, fragment?: string): ResolvedLink => {
	const link: Link = { path: "a.md", span: { start, end: start }, url: target.key, text: "", kind: "link" };
	return { link, target, ...(fragment === undefined ? {} : { fragment }) };
};
const web = (key: string): Target => ({ kind: "http", key });
const file = (path: string): Target => ({ kind: "file", key: `file:${path}`, path, state: "present" });

async function observe(links: readonly ResolvedLink[], lookers: Partial<Lookers>) {
	const seen: [string, Observation][] = [];
	const bugs: string[] = [];
	const none = async ({ key }: Target): Promise<Observation> => ({ kind: "none", key, reason: "excluded" });
	await observeTargets(
		groupByTarget(links),
		{ web: none, file: none, skip: () => undefined, ...lookers },
		{
			onObservation: (link, observation) => seen.push([link.link.url, observation]),
			onBug: (target, error) => bugs.push(`${target.key}: ${(error as Error).message}`),
		},
	);
	return { seen, bugs };
}

test("a target is looked at once, and every link to it is told", async () => {
	const looks: [string, boolean][] = [];
	const { seen } = await observe(
		[linkTo(web("a")), linkTo(web("b")), linkTo(web("a"), "x"), linkTo(web("b"), "")],
		{
			web: async ({ key }, anchors) => {
				looks.push([key, anchors]);
				return { kind: "none", key, reason: "excluded" };
			},
		},
	);
	expect(looks).toEqual([
		["a", true],
		["b", false],
	]);
	expect(seen.map(([url]) => url).sort()).toEqual(["a", "a", "b", "b"]);
});

test("a file is asked only for what its links want", async () => {
	const wants: object[] = [];
	await observe([linkTo(file("a.pdf"), "page=3"), linkTo(file("b.md"), "top"), linkTo(file("c.md"))], {
		file: async ({ key }, wanted) => {
			wants.push(wanted);
			return { kind: "none", key, reason: "excluded" };
		},
	});
	expect(wants).toEqual([
		{ anchors: true, pages: true },
		{ anchors: true, pages: false },
		{ anchors: false, pages: false },
	]);
});

test("links that are left out do not make a look, and others to the same target do", async () => {
	const looks: string[] = [];
	const { seen } = await observe([linkTo(web("a"), "skip"), linkTo(web("a")), linkTo(web("b"), "skip")], {
		skip: ({ fragment }) => (fragment === "skip" ? "excluded" : undefined),
		web: async ({ key }) => {
			looks.push(key);
			return { kind: "none", key, reason: "offline" };
		},
	});
	expect(looks).toEqual(["a"]);
	expect(seen.map(([url, { kind, ...rest }]) => [url, kind, "reason" in rest && rest.reason]).sort()).toEqual(
		[
			["a", "none", "excluded"],
			["a", "none", "offline"],
			["b", "none", "excluded"],
		],
	);
});

test("a bug in one look is told and loses no other", async () => {
	const { seen, bugs } = await observe([linkTo(web("a")), linkTo(web("b"))], {
		web: async ({ key }) => {
			if (key === "a") throw new Error("oops");
			return { kind: "none", key, reason: "offline" };
		},
	});
	expect(bugs).toEqual(["a: oops"]);
	expect(seen.sort()).toEqual([
		["a", { kind: "none", key: "a", reason: "unreadable" }],
		["b", { kind: "none", key: "b", reason: "offline" }],
	]);
});

test.each([
	[{ kind: "mail", key: "mailto:a@b.test" } as const, "unsupported-scheme"],
	[{ kind: "other", key: "tel:1" } as const, "unsupported-scheme"],
	[{ kind: "invalid", key: "http://", detail: "x" } as const, "invalid-url"],
])("%o needs no look", async (target, reason) => {
	expect((await observe([linkTo(target)], {})).seen).toEqual([
		[target.key, { kind: "none", key: target.key, reason }],
	]);
});
