import type { Site } from "../wire/internet.ts";
import { answer, healthy, page } from "./answers.ts";
import type { Specimen } from "./specimen.ts";

/** Answers well to whoever `pleases` it, and with `refusal` to anybody else. */
function only(pleases: (agent: string) => boolean, refusal: Site): Site {
	return (request, response, count) =>
		(pleases(request.headers["user-agent"] ?? "") ? healthy : refusal)(request, response, count);
}
const old = (agent: string): boolean => agent.startsWith("Mozilla/5.0 (compatible; ");

/** Sites that turn a program away, and sites that turn everybody away. */
export const refusals: readonly Specimen[] = [
	{ name: "second-identity-after-403", site: only(old, answer(403)), expected: "alive ok", requests: 2 },
	{ name: "second-identity-after-406", site: only(old, answer(406)), expected: "alive ok", requests: 2 },
	{ name: "second-identity-after-400", site: only(old, answer(400)), expected: "alive ok", requests: 2 },
	{
		name: "second-identity-meets-404",
		site: (request, response, count) =>
			answer(old(request.headers["user-agent"] ?? "") ? 404 : 403)(request, response, count),
		expected: "dead not-found",
		requests: 2,
	},
	{
		name: "wants-accept-of-html",
		site: (request, response, count) =>
			(request.headers.accept?.includes("text/html") ? healthy : answer(404))(request, response, count),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "wants-accept-language",
		site: (request, response, count) =>
			(request.headers["accept-language"] === undefined ? answer(406) : healthy)(request, response, count),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "refuses-a-referrer",
		site: (request, response, count) =>
			(request.headers.referer === undefined ? healthy : answer(403))(request, response, count),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "forbidden-for-good",
		site: page("403 Forbidden", "<h1>Forbidden</h1>", 403),
		expected: "unsure forbidden",
		requests: 2,
	},
	{ name: "not-acceptable-for-good", site: answer(406), expected: "unsure forbidden", requests: 2 },
	{ name: "bad-request-for-good", site: answer(400), expected: "unsure forbidden", requests: 2 },
	{
		name: "unauthorized-401",
		site: answer(401, "", { "www-authenticate": 'Basic realm="papers"' }),
		expected: "unsure login",
		requests: 1,
	},
	{ name: "payment-402", site: answer(402), expected: "unsure forbidden", requests: 1 },
	{ name: "teapot-418", site: answer(418), expected: "unsure forbidden", requests: 1 },
	{ name: "precondition-412", site: answer(412), expected: "unsure forbidden", requests: 1 },
	{ name: "legal-451", site: answer(451), expected: "unsure legal", requests: 1 },
	{ name: "linkedin-999", site: answer(999), expected: "unsure bot-wall", requests: 1 },
	{
		name: "not-found-404",
		site: page("Not Found", "<h1>404</h1>", 404),
		expected: "dead not-found",
		requests: 1,
	},
	{ name: "gone-410", site: answer(410), expected: "dead not-found", requests: 1 },
	{ name: "not-implemented-501", site: answer(501), expected: "unsure server-error", requests: 1 },
];
