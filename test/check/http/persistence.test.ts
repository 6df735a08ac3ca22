import { describe, expect, test } from "vitest";
import {
	type NextTry,
	nextToSilence,
	nextTry,
	type PersistenceOptions,
} from "../../../src/check/http/persistence.ts";
import type { Attempt, FailureCode } from "../../../src/model.ts";

const options: PersistenceOptions = {
	retries: 2,
	timeout: 20_000,
	random: () => 0.5,
	now: () => 0,
	isWall: () => false,
};

type Said = Partial<Attempt>;
const attempt = (said: Said): Attempt => ({
	cause: "first",
	method: "GET",
	url: "https://a.test/",
	identity: "plain",
	headers: {},
	milliseconds: 10,
	...said,
});
const failed = (code: FailureCode, said: Said = {}): Said => ({ failure: { code, detail: "" }, ...said });
const next = (...tries: Said[]): NextTry | undefined =>
	nextTry(
		tries.map((said) => [attempt(said)]),
		options,
	);

const retry = { cause: "retry", identity: "plain", parser: "strict", timeout: 20_000 } as const;
const again: Said = { cause: "retry" };

describe("answers", () => {
	test.each([200, 204, 206, 301, 304, 401, 402, 404, 405, 409, 410, 418, 451, 501, 505, 999])(
		"%i is final",
		(status) => {
			expect(next({ status })).toBeUndefined();
		},
	);

	test.each([408, 425, 500, 502, 503, 504, 507, 520, 522, 530])(
		"%i is asked again after a pause",
		(status) => {
			expect(next({ status })).toEqual({ ...retry, after: 200 });
			expect(next({ status }, { ...again, status })).toEqual({ ...retry, after: 1_200 });
			expect(next({ status }, { ...again, status }, { ...again, status })).toBeUndefined();
		},
	);

	test.each([400, 403, 406])("%i is asked once more under the other form of our name", (status) => {
		expect(next({ status })).toEqual({ ...retry, cause: "identity", identity: "compatible", after: 0 });
		expect(next({ status }, { cause: "identity", identity: "compatible", status })).toBeUndefined();
	});

	test("the identity that helped is kept for what follows", () => {
		const second: Said = { cause: "identity", identity: "compatible", status: 503 };
		expect(next({ status: 403 }, second)).toEqual({ ...retry, identity: "compatible", after: 200 });
	});

	test.each(["cf-mitigated", "x-vercel-mitigated", "x-amzn-waf-action"])(
		"a challenge by %s is not asked again under another name",
		(name) => {
			expect(next({ status: 403, headers: { [name]: "challenge" } })).toBeUndefined();
		},
	);

	test("a wall is not asked again, except under the other form of our name", () => {
		const behindWall = (status: number) =>
			nextTry([[attempt({ status })]], { ...options, isWall: () => true });
		expect([429, 500, 503].map(behindWall)).toEqual([undefined, undefined, undefined]);
		expect(behindWall(403)).toMatchObject({ cause: "identity" });
	});

	test("Retry-After is the pause", () => {
		expect(next({ status: 503, headers: { "retry-after": "4" } })?.after).toBe(4_000);
	});

	test("429 is left to the pace of its host, ten times", () => {
		const tries = (count: number): Said[] => [
			{ status: 429 },
			...Array.from({ length: count }, () => ({ ...again, status: 429 })),
		];
		expect(next(...tries(0))).toEqual({ ...retry, after: 0 });
		expect(next(...tries(9))).toEqual({ ...retry, after: 0 });
		expect(next(...tries(10))).toBeUndefined();
	});

	test("rate limits do not use up the retries of what comes after them", () => {
		const limited = { ...again, status: 429 };
		expect(next({ status: 429 }, limited, limited, { ...again, status: 503 })).toEqual({
			...retry,
			after: 200,
		});
	});
});

describe("failures", () => {
	test.each<FailureCode>([
		"private-address",
		"tls-expired",
		"tls-wrong-host",
		"tls-self-signed",
		"tls-incomplete",
		"bad-redirect",
		"foreign-redirect",
		"redirect-loop",
		"too-many-redirects",
	])("%s is final", (code) => {
		expect(next(failed(code))).toBeUndefined();
	});

	test.each<FailureCode>(["lookup-failed", "refused", "unreachable", "reset", "tls-handshake"])(
		"%s is tried again after a growing pause",
		(code) => {
			expect(next(failed(code))).toEqual({ ...retry, after: 200 });
			expect(next(failed(code), failed(code, again))).toEqual({ ...retry, after: 1_200 });
			expect(next(failed(code), failed(code, again), failed(code, again))).toBeUndefined();
		},
	);

	test("a name that does not exist is looked up twice", () => {
		expect(next(failed("no-such-host"))).toEqual({ ...retry, after: 1_200 });
		expect(next(failed("no-such-host"), failed("no-such-host", again))).toBeUndefined();
	});

	test("a timeout costs one and a half", () => {
		expect(next(failed("timeout"))).toEqual({ ...retry, timeout: 10_000, after: 0 });
		expect(next(failed("timeout"), failed("timeout", again))).toBeUndefined();
	});

	test("what is asked beside a silent request is what would follow its timeout", () => {
		const silent = { cause: "first", identity: "compatible", url: "https://a.test/" } as const;
		const other = { ...retry, identity: "compatible", timeout: 10_000, after: 0 } as const;
		expect(nextToSilence([], silent, options)).toEqual(other);
		expect(nextToSilence([[attempt(failed("timeout"))]], silent, options)).toBeUndefined();
		expect(nextToSilence([], silent, { ...options, retries: 0 })).toBeUndefined();
	});

	test("what the strict parser refuses is read by the lenient one, once", () => {
		expect(next(failed("unreadable-answer"))).toEqual({
			...retry,
			cause: "lenient",
			parser: "lenient",
			after: 0,
		});
		expect(
			next(failed("unreadable-answer"), failed("unreadable-answer", { cause: "lenient" })),
		).toBeUndefined();
	});

	test("the lenient parser is kept for what follows", () => {
		const lenient: Said = { cause: "lenient", status: 503 };
		expect(next(failed("unreadable-answer"), lenient)).toEqual({ ...retry, parser: "lenient", after: 200 });
	});
});

test("nothing is tried again without retries but the two second opinions", () => {
	const none = { ...options, retries: 0 };
	const first = (said: Said) => nextTry([[attempt(said)]], none)?.cause;
	expect([
		first({ status: 503 }),
		first({ status: 429 }),
		first(failed("timeout")),
		first(failed("no-such-host")),
		first({ status: 403 }),
		first(failed("unreadable-answer")),
	]).toEqual([undefined, undefined, undefined, undefined, "identity", "lenient"]);
});

test.each([
	[0, 100],
	[0.5, 200],
	[0.999, 299.8],
])("jitter of %d pauses %d ms", (random, pause) => {
	const again = nextTry([[attempt({ status: 500 })]], { ...options, random: () => random });
	expect(again?.after).toBeCloseTo(pause, 0);
});

test("the last hop of a chain decides", () => {
	const round = [
		attempt({ status: 301 }),
		attempt({ cause: "redirect", url: "https://b.test/", status: 500 }),
	];
	expect(nextTry([round], options)).toEqual({ ...retry, after: 200 });
});

test("nothing tried, nothing to try again", () => {
	expect(nextTry([], options)).toBeUndefined();
});
