import type { Site } from "../wire/internet.ts";
import { answer, article, byPath, HTML, healthy, html, inTurn, redirect, send } from "./answers.ts";
import type { Specimen } from "./specimen.ts";

const START = "/papers/attention";

/** A page that sends its reader on by itself. */
function refresh(content: string): string {
	return `<!doctype html><html><head><title>Attention moved</title><meta http-equiv="refresh" content="${content}"></head><body>One moment.</body></html>`;
}

const chainOf = (length: number): Site =>
	byPath({
		[START]: redirect(302, "/hop/1"),
		...Object.fromEntries(
			Array.from({ length }, (_, i) => [
				`/hop/${i + 1}`,
				i + 1 === length ? healthy : redirect(302, `/hop/${i + 2}`),
			]),
		),
	});

/** Every way to be sent on. */
export const redirects: readonly Specimen[] = [
	{
		name: "permanent-301",
		site: byPath({ [START]: redirect(301, "/papers/attention-2"), "/papers/attention-2": healthy }),
		expected: "moved permanent-redirect",
		requests: 2,
	},
	{
		name: "permanent-308",
		site: byPath({ [START]: redirect(308, "/papers/attention-2"), "/papers/attention-2": healthy }),
		expected: "moved permanent-redirect",
		requests: 2,
	},
	{
		name: "temporary-302",
		site: byPath({ [START]: redirect(302, "/papers/attention-2"), "/papers/attention-2": healthy }),
		expected: "alive redirected",
		requests: 2,
	},
	{
		name: "see-other-303",
		site: byPath({ [START]: redirect(303, "/papers/attention-2"), "/papers/attention-2": healthy }),
		expected: "alive redirected",
		requests: 2,
	},
	{
		name: "temporary-307",
		site: byPath({ [START]: redirect(307, "/papers/attention-2"), "/papers/attention-2": healthy }),
		expected: "alive redirected",
		requests: 2,
	},
	{
		name: "mixed-301-302",
		site: byPath({ [START]: redirect(301, "/a"), "/a": redirect(302, "/b"), "/b": healthy }),
		expected: "alive redirected",
		requests: 3,
	},
	{
		name: "http-to-https",
		url: "http://http-to-https.zoo.test/papers/attention",
		site: (request, response, count) =>
			"encrypted" in request.socket
				? healthy(request, response, count)
				: redirect(301, "https://http-to-https.zoo.test/papers/attention")(request, response, count),
		expected: "moved permanent-redirect",
		requests: 2,
	},
	{
		name: "https-to-http",
		site: (request, response, count) =>
			"encrypted" in request.socket
				? redirect(301, "http://https-to-http.zoo.test/papers/attention")(request, response, count)
				: healthy(request, response, count),
		expected: "moved permanent-redirect",
		requests: 2,
	},
	{
		name: "cross-host-permanent",
		site: redirect(301, "https://new-home.zoo.test/papers/attention"),
		others: { "new-home.zoo.test": healthy },
		expected: "moved permanent-redirect",
		requests: 2,
	},
	{ name: "chain-of-10", site: chainOf(10), expected: "alive redirected", requests: 11 },
	{ name: "chain-of-11", site: chainOf(11), expected: "dead too-many-redirects", requests: 11 },
	{
		name: "endless-redirects",
		site: (request, response) => {
			const page =
				new URL(request.url ?? "", "https://endless-redirects.zoo.test").searchParams.get("p") ?? "0";
			response.writeHead(302, { location: `?p=${Number(page) + 1}` }).end();
		},
		expected: "dead too-many-redirects",
		requests: 11,
	},
	{ name: "loop-to-itself", site: redirect(302, START), expected: "dead redirect-loop", requests: 1 },
	{
		name: "loop-of-two",
		site: byPath({ [START]: redirect(301, "/b"), "/b": redirect(301, START) }),
		expected: "dead redirect-loop",
		requests: 2,
	},
	{
		name: "loop-until-cookie",
		site: (request, response, count) =>
			request.headers.cookie?.includes("seen=1")
				? healthy(request, response, count)
				: redirect(302, START, { "set-cookie": "seen=1; Path=/" })(request, response, count),
		expected: "alive redirected",
		requests: 2,
	},
	{
		name: "loop-despite-cookie",
		site: redirect(302, START, { "set-cookie": "seen=1; Path=/" }),
		expected: "dead redirect-loop",
		requests: 2,
	},
	{
		name: "loop-with-new-cookies",
		site: (_, response, count) =>
			response.writeHead(302, { location: START, "set-cookie": `visit=${count}; Path=/` }).end(),
		expected: "dead too-many-redirects",
		requests: 11,
	},
	{
		name: "cookie-set-across-subdomains",
		site: (request, response, count) =>
			request.headers.cookie === "consent=yes"
				? healthy(request, response, count)
				: redirect(302, "https://consent.cookie-set-across-subdomains.zoo.test/")(request, response, count),
		others: {
			"consent.cookie-set-across-subdomains.zoo.test": redirect(
				302,
				"https://cookie-set-across-subdomains.zoo.test/papers/attention",
				{ "set-cookie": "consent=yes; Domain=.cookie-set-across-subdomains.zoo.test" },
			),
		},
		expected: "alive redirected",
		requests: 3,
	},
	{
		name: "cookie-stays-at-home",
		site: redirect(302, "https://other-house.zoo.test/papers/attention", { "set-cookie": "secret=1" }),
		others: {
			"other-house.zoo.test": (request, response, count) =>
				(request.headers.cookie === undefined ? healthy : answer(404))(request, response, count),
		},
		expected: "alive redirected",
		requests: 2,
	},
	{
		name: "relative-location",
		site: byPath({ [START]: redirect(302, "../articles/attention"), "/articles/attention": healthy }),
		expected: "alive redirected",
		requests: 2,
	},
	{
		name: "query-only-location",
		site: byPath({ [START]: redirect(302, "?lang=en"), [`${START}?lang=en`]: healthy }),
		expected: "alive redirected",
		requests: 2,
	},
	{
		name: "protocol-relative-location",
		site: redirect(301, "//protocol-relative-location-2.zoo.test/papers/attention"),
		others: { "protocol-relative-location-2.zoo.test": healthy },
		expected: "moved permanent-redirect",
		requests: 2,
	},
	{
		name: "location-in-raw-utf-8",
		site: byPath({
			[START]: redirect(302, Buffer.from("/论文/注意力").toString("latin1")),
			[encodeURI("/论文/注意力")]: healthy,
		}),
		expected: "alive redirected",
		requests: 2,
	},
	{
		name: "location-in-latin1",
		site: byPath({ [START]: redirect(302, "/café"), [encodeURI("/café")]: healthy }),
		expected: "alive redirected",
		requests: 2,
	},
	{
		name: "location-with-spaces",
		site: byPath({ [START]: redirect(302, " /the new home "), "/the%20new%20home": healthy }),
		expected: "alive redirected",
		requests: 2,
	},
	{
		name: "location-with-backslashes",
		site: byPath({ [START]: redirect(302, "\\new\\home"), "/new/home": healthy }),
		expected: "alive redirected",
		requests: 2,
	},
	{
		name: "location-with-fragment",
		site: byPath({ [START]: redirect(301, "/papers/attention-2#abstract"), "/papers/attention-2": healthy }),
		expected: "moved permanent-redirect",
		requests: 2,
	},
	{
		name: "location-to-own-fragment",
		site: redirect(302, `${START}#start`),
		expected: "dead redirect-loop",
		requests: 1,
	},
	{
		name: "location-missing",
		site: answer(302),
		expected: "dead bad-redirect",
		requests: 1,
	},
	{
		name: "location-empty",
		site: redirect(302, ""),
		expected: "dead bad-redirect",
		requests: 1,
	},
	{
		name: "location-malformed",
		site: redirect(302, "https://[oops/"),
		expected: "dead bad-redirect",
		requests: 1,
	},
	{
		name: "location-javascript",
		site: redirect(302, "javascript:alert(1)"),
		expected: "dead bad-redirect",
		requests: 1,
	},
	{
		name: "location-app-scheme",
		site: redirect(302, "itms-apps://apps.example/attention"),
		expected: "skipped unsupported-scheme",
		requests: 1,
	},
	{
		name: "redirect-to-404",
		site: byPath({ [START]: redirect(301, "/gone") }),
		expected: "dead not-found",
		requests: 2,
	},
	{
		name: "redirect-to-no-such-host",
		site: redirect(301, "https://gone-for-good.zoo.test/"),
		expected: "dead no-such-host",
		requests: 4,
	},
	{
		name: "redirect-to-expired-certificate",
		site: redirect(301, "https://expired-elsewhere.zoo.test/papers/attention"),
		others: { "expired-elsewhere.zoo.test": { site: healthy, certificate: { expired: true } } },
		expected: "dead tls",
		requests: 2,
	},
	{
		name: "redirect-with-body-that-never-ends",
		site: (request, response, count) => {
			if (request.url !== START) return healthy(request, response, count);
			response.writeHead(302, { location: "/papers/attention-2" }).write("moved");
		},
		expected: "alive redirected",
		requests: 2,
	},
	{
		name: "multiple-choices-300",
		site: answer(300, html("Attention: choose a form", article)),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "not-modified-304-unasked",
		site: (_, response) => response.writeHead(304).end(),
		expected: "unsure connection",
		requests: 1,
	},
	{
		name: "meta-refresh",
		site: byPath({
			[START]: answer(200, refresh("0; url=/papers/attention-2")),
			"/papers/attention-2": healthy,
		}),
		expected: "alive redirected",
		requests: 2,
	},
	{
		name: "meta-refresh-quoted-upper-case",
		site: byPath({
			[START]: answer(200, refresh("1;URL='/papers/attention-2'")),
			"/papers/attention-2": healthy,
		}),
		expected: "alive redirected",
		requests: 2,
	},
	{
		name: "meta-refresh-chain",
		site: byPath({
			[START]: answer(200, refresh("0; url=/b")),
			"/b": answer(200, refresh("0; url=/c")),
			"/c": healthy,
		}),
		expected: "alive redirected",
		requests: 3,
	},
	{
		name: "meta-refresh-loop",
		site: byPath({
			[START]: answer(200, refresh("0; url=/b")),
			"/b": answer(200, refresh(`0; url=${START}`)),
		}),
		expected: "dead redirect-loop",
		requests: 2,
	},
	{
		name: "meta-refresh-to-404",
		site: byPath({ [START]: answer(200, refresh("0; url=/gone")) }),
		expected: "dead not-found",
		requests: 2,
	},
	{
		name: "meta-refresh-slow-is-a-page",
		site: byPath({ [START]: answer(200, refresh("300; url=/gone")) }),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "meta-refresh-of-itself",
		site: answer(200, refresh(`2; url=${START}`)),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "meta-refresh-in-noscript",
		site: answer(
			200,
			html("Attention", `<noscript><meta http-equiv="refresh" content="0; url=/gone"></noscript>${article}`),
		),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "redirect-transient",
		site: byPath({
			[START]: redirect(302, "/b"),
			"/b": (request, response, count) => (count < 3 ? answer(503) : healthy)(request, response, count),
		}),
		expected: "alive redirected",
		requests: 4,
	},
	{
		name: "redirect-as-created-201",
		site: (_, response) => send(response, 201, html("Attention", article), { location: "/elsewhere" }),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "redirect-flaps",
		site: inTurn(answer(500), redirect(301, "/papers/attention-2"), healthy),
		expected: "moved permanent-redirect",
		requests: 3,
	},
	{
		name: "www-added",
		site: redirect(301, "https://www.www-added.zoo.test/papers/attention", { "content-type": HTML }),
		others: { "www.www-added.zoo.test": healthy },
		expected: "moved permanent-redirect",
		requests: 2,
	},
];
