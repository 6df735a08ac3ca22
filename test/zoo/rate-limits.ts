import { answer, healthy, inTurn } from "./answers.ts";
import type { Specimen } from "./specimen.ts";

const refusal = (headers: Record<string, string>, status = 429) => answer(status, "", headers);

/** Hosts that ask for patience. A host with many links has a test of its own. */
export const rateLimits: readonly Specimen[] = [
	{
		name: "retry-after-seconds",
		site: inTurn(refusal({ "retry-after": "1" }), healthy),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "retry-after-fraction",
		site: inTurn(refusal({ "retry-after": "0.3" }), healthy),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "retry-after-date",
		site: (request, response, count) => {
			const soon = new Date(Date.now() + 1000).toUTCString();
			(count === 1 ? refusal({ "retry-after": soon }) : healthy)(request, response, count);
		},
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "retry-after-in-letters",
		site: inTurn(refusal({ "retry-after": "0m1s" }), healthy),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "retry-after-nonsense",
		site: inTurn(refusal({ "retry-after": "soon" }), healthy),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "retry-after-longer-than-the-budget",
		site: inTurn(refusal({ "retry-after": "1m30s" }), healthy),
		expected: "unsure rate-limited",
		requests: 1,
	},
	{
		name: "retry-after-of-an-hour",
		site: inTurn(refusal({ "retry-after": "3600" }), healthy),
		expected: "unsure rate-limited",
		requests: 1,
	},
	{
		name: "retry-after-without-a-name-for-it",
		site: inTurn(refusal({}), healthy),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "ratelimit-structured",
		site: inTurn(refusal({ ratelimit: '"default";r=0;t=1' }), healthy),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "ratelimit-split",
		site: inTurn(refusal({ "ratelimit-remaining": "0", "ratelimit-reset": "1" }), healthy),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "x-ratelimit-seconds",
		site: inTurn(refusal({ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" }), healthy),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "x-ratelimit-epoch",
		site: (request, response, count) => {
			const reset = String(Math.ceil(Date.now() / 1000) + 1);
			const limits = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset };
			(count === 1 ? refusal(limits) : healthy)(request, response, count);
		},
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "unavailable-with-retry-after",
		site: inTurn(refusal({ "retry-after": "1" }, 503), healthy),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "unavailable-for-an-hour",
		site: refusal({ "retry-after": "3600" }, 503),
		expected: "unsure server-error",
		requests: 1,
	},
	{ name: "limited-for-ever", site: refusal({}), expected: "unsure rate-limited", requests: 4 },
	{
		name: "limited-twice",
		site: inTurn(refusal({ "retry-after": "0" }), refusal({ "retry-after": "0" }), healthy),
		expected: "alive ok",
		requests: 3,
	},
	{
		name: "limited-then-gone",
		site: inTurn(refusal({ "retry-after": "0" }), answer(404)),
		expected: "dead not-found",
		requests: 2,
	},
];
