import { expect, test } from "vitest";
import { requestedWait } from "../../../src/check/http/retry-after.ts";
import fc from "../../property.ts";

const now = Date.UTC(2026, 0, 1, 12, 0, 0);

test.each<[string, Record<string, string>, number | undefined]>([
	["no header", {}, undefined],
	["seconds", { "retry-after": "120" }, 120_000],
	["seconds with spaces", { "retry-after": " 5 " }, 5_000],
	["fractions", { "retry-after": "0.5" }, 500],
	["zero", { "retry-after": "0" }, 0],
	["minutes and seconds", { "retry-after": "1m30s" }, 90_000],
	["hours", { "retry-after": "2h" }, 7_200_000],
	["hours, minutes, seconds apart", { "retry-after": "1h 1m 1s" }, 3_661_000],
	["a date", { "retry-after": "Thu, 01 Jan 2026 12:00:30 GMT" }, 30_000],
	["a date that is over", { "retry-after": "Thu, 01 Jan 2026 11:00:00 GMT" }, 0],
	["nonsense", { "retry-after": "soon" }, undefined],
	["an empty value", { "retry-after": "" }, undefined],
	["three thousand years", { "retry-after": "99999999999" }, undefined],
	["less than nothing", { "retry-after": "-30" }, undefined],
	["RateLimit, exhausted", { ratelimit: '"default";r=0;t=30' }, 30_000],
	["RateLimit, older words", { ratelimit: "limit=100, remaining=0, reset=7" }, 7_000],
	["the policy of several that is exhausted", { ratelimit: '"burst";r=5;t=1, "day";r=0;t=60' }, 60_000],
	["RateLimit with something left", { ratelimit: '"default";r=3;t=30' }, undefined],
	["RateLimit with ten left", { ratelimit: '"default";r=01;t=30' }, undefined],
	["RateLimit-Reset, exhausted", { "ratelimit-remaining": "0", "ratelimit-reset": "12" }, 12_000],
	["RateLimit-Reset with something left", { "ratelimit-remaining": "4", "ratelimit-reset": "12" }, undefined],
	["X-RateLimit-Reset in seconds", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "9" }, 9_000],
	[
		"X-RateLimit-Reset as a moment",
		{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(now / 1000 + 45) },
		45_000,
	],
	[
		"X-RateLimit-Reset as a moment that is over",
		{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(now / 1000 - 45) },
		0,
	],
	["a reset that is no number", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "soon" }, undefined],
	["a reset that is missing", { "x-ratelimit-remaining": "0" }, undefined],
	["a reset that is empty", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "" }, undefined],
	["a reset below zero", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "-5" }, undefined],
	[
		"Retry-After before RateLimit",
		{ "retry-after": "1", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "9" },
		1_000,
	],
])("%s", (_, headers, expected) => {
	expect(requestedWait(headers, now)).toBe(expected);
});

const value = fc.oneof(
	fc.string(),
	fc.float().map(String),
	fc.bigInt().map(String),
	fc.date().map(String),
	fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
	fc.stringMatching(/^-?\d{0,400}[hms]?\d{0,400}s?$/),
	fc.stringMatching(/^r=0;t=\d{0,400}$/),
);
const names = [
	"retry-after",
	"ratelimit",
	"ratelimit-remaining",
	"ratelimit-reset",
	"x-ratelimit-remaining",
	"x-ratelimit-reset",
];
const headers = fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.constant("0"), value));

test("whatever a server sends, it is a time to wait or nothing", () => {
	fc.assert(
		fc.property(headers, (sent) => {
			const wait = requestedWait(sent, now);
			expect(wait === undefined || (Number.isFinite(wait) && wait >= 0), String(wait)).toBe(true);
		}),
		{ numRuns: 3000 },
	);
});
