import type { Site } from "../wire/internet.ts";
import { answer, healthy, inTurn } from "./answers.ts";
import type { Specimen } from "./specimen.ts";

const hangUp: Site = (request) => request.socket.destroy();
const reset: Site = (request) => request.socket.resetAndDestroy();
const silent: Site = () => {};

/** What passes by itself, and what does not. */
export const transient: readonly Specimen[] = [
	{ name: "error-500-once", site: inTurn(answer(500), healthy), expected: "alive ok", requests: 2 },
	{ name: "error-502-once", site: inTurn(answer(502), healthy), expected: "alive ok", requests: 2 },
	{
		name: "error-503-twice",
		site: inTurn(answer(503), answer(503), healthy),
		expected: "alive ok",
		requests: 3,
	},
	{ name: "error-504-once", site: inTurn(answer(504), healthy), expected: "alive ok", requests: 2 },
	{ name: "error-520-once", site: inTurn(answer(520), healthy), expected: "alive ok", requests: 2 },
	{ name: "error-408-once", site: inTurn(answer(408), healthy), expected: "alive ok", requests: 2 },
	{ name: "error-425-once", site: inTurn(answer(425), healthy), expected: "alive ok", requests: 2 },
	{ name: "error-500-for-ever", site: answer(500), expected: "unsure server-error", requests: 3 },
	{ name: "error-521-for-ever", site: answer(521), expected: "unsure server-error", requests: 3 },
	{
		name: "error-500-then-404",
		site: inTurn(answer(500), answer(404)),
		expected: "dead not-found",
		requests: 2,
	},
	{ name: "hangs-up-once", site: inTurn(hangUp, healthy), expected: "alive ok", requests: 2 },
	{
		name: "resets-once",
		url: "http://resets-once.zoo.test/papers/attention",
		site: inTurn(reset, healthy),
		expected: "alive ok",
		requests: 2,
	},
	{ name: "hangs-up-for-ever", site: hangUp, expected: "unsure connection", requests: 3 },
	{ name: "silent-once", site: inTurn(silent, healthy), expected: "alive ok", requests: 2 },
	{ name: "silent-for-ever", site: silent, expected: "unsure timeout", requests: 2 },
	{
		name: "accepts-and-says-nothing",
		site: { connection: "silent" },
		expected: "unsure timeout",
		requests: 2,
	},
	{
		name: "resets-every-connection",
		site: { connection: "reset" },
		expected: "unsure connection",
		requests: 3,
	},
	{ name: "nobody-listens", site: { connection: "refused" }, expected: "dead refused", requests: 3 },
];
