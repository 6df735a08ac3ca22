import { expect, test } from "vitest";
import { revalidate } from "../../../src/check/http/revalidation.ts";
import { answerTo, html, request, type Saying, Stub } from "./stub.ts";

const url = "https://a.test/";
const headers = { etag: '"1"', "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT" };
const page: Saying = { status: 200, headers, body: html({ title: "Then" }) };

function asking(before: Saying | undefined, now: Saying) {
	const stub = new Stub(() => now);
	const known = before && answerTo(request(url), before).attempt;
	return { stub, fetch: revalidate(stub.fetch, (asked, ids) => (asked === url && !ids ? known : undefined)) };
}

test.each<[string, Record<string, string>, Record<string, string>]>([
	["both", headers, { "if-none-match": headers.etag, "if-modified-since": headers["last-modified"] }],
	["an entity tag", { etag: 'W/"1"' }, { "if-none-match": 'W/"1"' }],
	["a date", { "last-modified": "then" }, { "if-modified-since": "then" }],
])("asks with %s", async (_, sent, condition) => {
	const { stub, fetch } = asking({ ...page, headers: sent }, page);
	await fetch(request(url));
	expect(stub.asked[0]?.condition).toEqual(condition);
});

test("not modified stands for the answer of then", async () => {
	const { fetch } = asking(page, { status: 304, headers: {}, cookies: ["a=1"], takes: 7 });
	const answer = await fetch(request(url, { cause: "redirect", identity: "compatible" }));
	expect(answer).toEqual({
		cookies: ["a=1"],
		attempt: {
			...answerTo(request(url), page).attempt,
			cause: "redirect",
			identity: "compatible",
			milliseconds: 7,
		},
	});
});

test.each<[string, Saying]>([
	["a changed page", { status: 200, body: html({ title: "Now" }) }],
	["a missing page", { status: 404 }],
	["a failure", { failure: { code: "reset", detail: "" } }],
])("%s counts as it is", async (_, now) => {
	const { fetch } = asking(page, now);
	expect((await fetch(request(url))).attempt).toEqual(answerTo(request(url), now).attempt);
});

test("what is not known is asked without a condition, and a 304 to that is odd but its own", async () => {
	const { stub, fetch } = asking(undefined, { status: 304 });
	expect((await fetch(request(url))).attempt.status).toBe(304);
	expect(stub.asked[0]).not.toHaveProperty("condition");
});
