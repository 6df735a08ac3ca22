import { expect, test } from "vitest";
import { type Answer, Ended, type Fetch, type WebRequest } from "../../../src/check/http/fetch.ts";
import { giveUpOnSilence } from "../../../src/check/http/silence.ts";
import type { Attempt } from "../../../src/model.ts";

const request = (url: string): WebRequest => ({
	url,
	cause: "first",
	identity: "plain",
	parser: "strict",
	timeout: 1,
	patience: 1,
	ids: false,
	signal: new AbortController().signal,
});
const answer = (rest: Partial<Attempt>): Answer => ({
	cookies: [],
	attempt: {
		cause: "first",
		method: "GET",
		url: "",
		identity: "plain",
		headers: {},
		milliseconds: 0,
		...rest,
	},
});
const silence = answer({ failure: { code: "timeout", detail: "" } });

/** Asks one host as often as there are answers; `-` is a request that was not made. */
async function ask(answers: readonly Answer[], url = "https://a.test/"): Promise<string> {
	let asked = 0;
	const fetch = giveUpOnSilence(async () => answers[asked++] ?? silence);
	const log: string[] = [];
	for (const _ of answers) {
		await fetch(request(url)).then(
			() => log.push("a"),
			(error: Ended) => log.push(error.ending === "host-silent" ? "-" : "?"),
		);
	}
	return log.join("");
}
const times = (count: number, one: Answer): Answer[] => Array<Answer>(count).fill(one);

test.each([
	["eight silences end it", times(10, silence), "aaaaaaaa--"],
	[
		"an answer between them begins anew",
		[...times(7, silence), answer({ status: 404 }), ...times(9, silence)],
		"aaaaaaaaaaaaaaaa-",
	],
	[
		"a refusal is an answer",
		[...times(7, silence), answer({ failure: { code: "refused", detail: "" } }), silence],
		"aaaaaaaaa",
	],
	[
		"a page that stops half-way is an answer",
		times(10, answer({ status: 200, failure: { code: "timeout", detail: "" } })),
		"aaaaaaaaaa",
	],
])("%s", async (_, answers, log) => {
	expect(await ask(answers)).toBe(log);
});

test("the silence of one host says nothing of another", async () => {
	const asked: string[] = [];
	const inner: Fetch = async ({ url }) => {
		asked.push(url);
		return silence;
	};
	const fetch = giveUpOnSilence(inner);
	for (const _ of times(8, silence)) await fetch(request("https://a.test/"));
	await expect(fetch(request("https://a.test/x"))).rejects.toBeInstanceOf(Ended);
	await fetch(request("https://b.test/"));
	expect(asked.at(-1)).toBe("https://b.test/");
});
