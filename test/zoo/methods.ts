import type { Site } from "../wire/internet.ts";
import { answer, healthy } from "./answers.ts";
import type { Specimen } from "./specimen.ts";

/** Answers GET well and HEAD as given. */
function headMeets(head: Site): Site {
	return (request, response, count) => (request.method === "HEAD" ? head : healthy)(request, response, count);
}

/** HEAD and GET differ often enough that only GET tells. */
export const methods: readonly Specimen[] = [
	{ name: "head-404", site: headMeets(answer(404)), expected: "alive ok", requests: 1 },
	{ name: "head-405", site: headMeets(answer(405)), expected: "alive ok", requests: 1 },
	{ name: "head-403", site: headMeets(answer(403)), expected: "alive ok", requests: 1 },
	{ name: "head-500", site: headMeets(answer(500)), expected: "alive ok", requests: 1 },
	{ name: "head-hangs", site: headMeets(() => {}), expected: "alive ok", requests: 1 },
	{
		name: "head-resets",
		site: headMeets((request) => request.socket.destroy()),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "head-200-get-404",
		site: (request, response, count) =>
			(request.method === "HEAD" ? healthy : answer(404))(request, response, count),
		expected: "dead not-found",
		requests: 1,
	},
	{ name: "get-405", site: answer(405), expected: "unsure forbidden", requests: 1 },
];
