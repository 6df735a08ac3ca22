import type { Site } from "../wire/internet.ts";
import { answer, healthy } from "./answers.ts";
import type { Specimen } from "./specimen.ts";

/** Answers well to one request line, and 404 to any other spelling of it. */
function onlyTo(path: string): Site {
	return (request, response, count) =>
		(request.url === path ? healthy : answer(404, request.url))(request, response, count);
}

/** Names, addresses and paths: how a link is written and what a browser makes of it. */
export const names: readonly Specimen[] = [
	{ name: "no-such-host", expected: "dead no-such-host", requests: 2 },
	{
		name: "no-such-host-at-first",
		site: { site: healthy, addresses: "ENOTFOUND", laterAddresses: ["93.184.240.1"] },
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "name-server-busy-once",
		site: { site: healthy, addresses: "EAI_AGAIN", laterAddresses: ["93.184.240.2"] },
		expected: "alive ok",
		requests: 2,
	},
	{ name: "name-server-busy", site: { addresses: "EAI_AGAIN" }, expected: "unsure connection", requests: 3 },
	{ name: "name-server-fails", site: { addresses: "EAI_FAIL" }, expected: "unsure connection", requests: 3 },
	{
		name: "ipv6-only",
		site: { site: healthy, addresses: ["2606:2800::1"] },
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "dual-stack",
		site: { site: healthy, addresses: ["2606:2800::2", "93.184.240.3"] },
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "dual-stack-with-ipv6-down",
		site: { site: healthy, addresses: ["2606:2800::3", "93.184.240.4"], ipv6: "down" },
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "ipv4-first-with-ipv6-down",
		site: { site: healthy, addresses: ["93.184.240.5", "2606:2800::4"], ipv6: "down" },
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "internationalised-host",
		url: "https://bücher.zoo.test/papers/attention",
		others: { "xn--bcher-kva.zoo.test": healthy },
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "chinese-host",
		url: "https://例子.zoo.test/papers/attention",
		others: { "xn--fsqu00a.zoo.test": healthy },
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "host-in-capitals",
		url: "HTTPS://Host-In-Capitals.ZOO.TEST/papers/attention",
		site: healthy,
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "host-with-trailing-dot",
		url: "https://host-with-trailing-dot.zoo.test./papers/attention",
		others: { "host-with-trailing-dot.zoo.test.": healthy },
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "host-with-underscore",
		url: "https://under_score.host-with-underscore.zoo.test/papers/attention",
		others: { "under_score.host-with-underscore.zoo.test": healthy },
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "user-and-password-in-url",
		url: "https://reader:secret@user-and-password-in-url.zoo.test/papers/attention",
		site: onlyTo("/papers/attention"),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "path-in-unicode",
		url: "https://path-in-unicode.zoo.test/论文/注意力",
		site: onlyTo("/%E8%AE%BA%E6%96%87/%E6%B3%A8%E6%84%8F%E5%8A%9B"),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "path-with-parentheses",
		url: "https://path-with-parentheses.zoo.test/wiki/Attention_(machine_learning)",
		site: onlyTo("/wiki/Attention_(machine_learning)"),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "path-with-doubled-encoding",
		url: "https://path-with-doubled-encoding.zoo.test/a%2520b/attention",
		site: onlyTo("/a%2520b/attention"),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "path-with-encoded-slash",
		url: "https://path-with-encoded-slash.zoo.test/papers%2Fattention",
		site: onlyTo("/papers%2Fattention"),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "path-with-broken-percent",
		url: "https://path-with-broken-percent.zoo.test/100%zz/attention%",
		site: onlyTo("/100%zz/attention%"),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "path-with-pipe-and-caret",
		url: "https://path-with-pipe-and-caret.zoo.test/a|b^c/attention",
		// WHATWG URL leaves `|` and escapes `^` in a path: https://url.spec.whatwg.org/#path-percent-encode-set
		site: onlyTo(new URL("https://x.zoo.test/a|b^c/attention").pathname),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "path-with-spaces",
		url: "https://path-with-spaces.zoo.test/the attention papers",
		site: onlyTo("/the%20attention%20papers"),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "path-with-lower-case-escapes",
		url: "https://path-with-lower-case-escapes.zoo.test/%e8%ae%ba/attention",
		site: onlyTo("/%e8%ae%ba/attention"),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "path-with-dots",
		url: "https://path-with-dots.zoo.test/drafts/../papers/./attention",
		site: onlyTo("/papers/attention"),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "path-with-doubled-slashes",
		url: "https://path-with-doubled-slashes.zoo.test//papers//attention",
		site: onlyTo("//papers//attention"),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "query-with-brackets-and-quotes",
		url: "https://query-with-brackets-and-quotes.zoo.test/attention?a[]=1&b={x}&c='y'",
		site: onlyTo("/attention?a[]=1&b={x}&c=%27y%27"),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "query-empty",
		url: "https://query-empty.zoo.test/attention?",
		site: onlyTo("/attention?"),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "query-with-unicode",
		url: "https://query-with-unicode.zoo.test/attention?q=注意力",
		site: onlyTo("/attention?q=%E6%B3%A8%E6%84%8F%E5%8A%9B"),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "host-missing",
		url: "https:///",
		expected: "dead invalid-url",
		requests: 0,
	},
	{
		name: "port-out-of-range",
		url: "https://port-out-of-range.zoo.test:99999/",
		expected: "dead invalid-url",
		requests: 0,
	},
	{
		name: "scheme-ftp",
		url: "ftp://scheme-ftp.zoo.test/attention.ps",
		expected: "skipped unsupported-scheme",
		requests: 0,
	},
];
