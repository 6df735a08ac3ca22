import { expect, test } from "vitest";
import type { Attempt, JudgedLink, Observation, Verdict } from "../../src/model.ts";
import { Finality } from "../../src/run/finality.ts";

const nowhere = { line: 1, column: 1, offset: 0 };

function judged(url: string, observation: Observation, verdict: Verdict): JudgedLink {
	return {
		link: { path: "a.md", span: { start: nowhere, end: nowhere }, url, text: "", kind: "link" },
		target: { kind: "http", key: url },
		observation,
		verdict,
	};
}

function attempt(url: string, outcome: Pick<Attempt, "status" | "failure">): Attempt {
	const request = { cause: "first", method: "GET", url, identity: "plain" } as const;
	return { ...request, ...outcome, headers: {}, milliseconds: 1 };
}

function unreached(url: string): JudgedLink {
	const failure = { code: "no-such-host", detail: "" } as const;
	return judged(
		url,
		{ kind: "http", key: url, via: "page", attempts: [attempt(url, { failure })] },
		{ verdict: "dead", reason: "no-such-host" },
	);
}

function reached(url: string, seenAt?: number): JudgedLink {
	const remembered = seenAt === undefined ? {} : { seenAt };
	const attempts = [attempt(url, { status: 200 })];
	return judged(
		url,
		{ kind: "http", key: url, via: "page", attempts, ...remembered },
		{ verdict: "alive", reason: "ok" },
	);
}

const file = judged(
	"b.md",
	{ kind: "file", key: "file:b.md", state: "present" },
	{
		verdict: "alive",
		reason: "present",
	},
);

/** What has been passed on after each link, and in the end. */
function pass(links: readonly (readonly [link: JudgedLink, heard: boolean])[], online: boolean): string[][] {
	let answered = false;
	let passed: string[] = [];
	const finality = new Finality(
		() => answered,
		({ link, verdict }) => passed.push(`${link.url} ${verdict.reason}`),
	);
	const steps: string[][] = [];
	const step = (act: () => void): void => {
		passed = [];
		act();
		steps.push(passed);
	};
	for (const [link, heard] of links) {
		answered = heard;
		step(() => finality.add(link));
	}
	step(() => finality.conclude(online));
	return steps;
}

test("what rests on no network is passed on at once", () => {
	const remembered = reached("https://known.test/", 1);
	expect(
		pass(
			[
				[file, false],
				[remembered, false],
			],
			true,
		),
	).toEqual([["b.md present"], ["https://known.test/ ok"], []]);
});

test("what failed waits until something has answered, and then comes first", () => {
	const links = [
		[unreached("https://a.test/"), false],
		[file, false],
		[unreached("https://b.test/"), false],
		[reached("https://c.test/"), true],
		[unreached("https://d.test/"), true],
	] as const;
	expect(pass(links, true)).toEqual([
		[],
		["b.md present"],
		[],
		["https://a.test/ no-such-host", "https://b.test/ no-such-host", "https://c.test/ ok"],
		["https://d.test/ no-such-host"],
		[],
	]);
});

test.each([
	[true, "https://a.test/ no-such-host"],
	[false, "https://a.test/ no-network"],
])("where nothing answers, what failed waits for the end; online: %s", (online, said) => {
	expect(pass([[unreached("https://a.test/"), false]], online)).toEqual([[], [said]]);
});
