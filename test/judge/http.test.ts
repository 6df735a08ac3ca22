import { expect, test } from "vitest";
import { judgeHttp, suspects } from "../../src/judge/http.ts";
import { judge, withoutBodies, withoutNetwork } from "../../src/judge/judge.ts";
import type { Attempt, Ending, FailureCode, Reason, VerdictWord } from "../../src/model.ts";
import { type Answer, ASKED, article, attempt, html, observation, observe } from "./answers.ts";

const page: Answer = { body: html("Some page", article) };

function failing(code: FailureCode, url: string = ASKED, more: Partial<Attempt> = {}): Attempt {
	const { status: _, ...rest } = attempt({ url }, { failure: { code, detail: `it is ${code}` }, ...more });
	return rest;
}

const failures: Readonly<Record<FailureCode, readonly [VerdictWord, Reason]>> = {
	"no-such-host": ["dead", "no-such-host"],
	"lookup-failed": ["unsure", "connection"],
	"private-address": ["skipped", "private-address"],
	refused: ["dead", "refused"],
	unreachable: ["unsure", "connection"],
	reset: ["unsure", "connection"],
	timeout: ["unsure", "timeout"],
	"tls-expired": ["dead", "tls"],
	"tls-wrong-host": ["dead", "tls"],
	"tls-self-signed": ["dead", "tls"],
	"tls-incomplete": ["unsure", "connection"],
	"tls-handshake": ["unsure", "connection"],
	"unreadable-answer": ["unsure", "connection"],
	"bad-redirect": ["dead", "bad-redirect"],
	"foreign-redirect": ["skipped", "unsupported-scheme"],
	"redirect-loop": ["dead", "redirect-loop"],
	"too-many-redirects": ["dead", "too-many-redirects"],
};

test.each(Object.entries(failures))("no answer: %s is %j", (code, [verdict, reason]) => {
	expect(judgeHttp(observation([failing(code as FailureCode)]))).toEqual({
		verdict,
		reason,
		evidence: `it is ${code}`,
	});
});

test("a page that sends its readers to a private address is broken", () => {
	const inside = failing("private-address", "http://10.0.0.1/", { cause: "redirect" });
	expect(judgeHttp(observation([attempt({ status: 302 }), inside]))).toMatchObject({
		verdict: "dead",
		reason: "bad-redirect",
	});
});

test("the Wayback Machine's refusal says nothing", () => {
	const url = "https://web.archive.org/web/2020/https://example.org/";
	expect(judgeHttp(observation([failing("refused", url)]))).toMatchObject({ reason: "rate-limited" });
});

const endings: Readonly<Record<Ending, readonly [VerdictWord, Reason]>> = {
	deadline: ["skipped", "deadline"],
	cancelled: ["skipped", "cancelled"],
	"rate-limited": ["unsure", "rate-limited"],
	"host-silent": ["unsure", "timeout"],
	"no-network": ["unsure", "no-network"],
};

test.each(Object.entries(endings))("ended early: %s is %j", (ended, [verdict, reason]) => {
	const look = { ...observation([attempt({ status: 404 })]), ended: ended as Ending };
	expect(judgeHttp(look)).toMatchObject({ verdict, reason });
	expect(suspects(look)).toBe(false);
});

test("nothing asked is cancelled", () => {
	expect(judgeHttp(observation([]))).toEqual({ verdict: "skipped", reason: "cancelled" });
	expect(suspects(observation([]))).toBe(false);
});

test.each<[number, VerdictWord, Reason]>([
	[200, "alive", "ok"],
	[203, "alive", "ok"],
	[204, "alive", "ok"],
	[206, "alive", "ok"],
	[300, "alive", "ok"],
	[304, "alive", "ok"],
	[400, "unsure", "forbidden"],
	[401, "unsure", "login"],
	[402, "unsure", "forbidden"],
	[403, "unsure", "forbidden"],
	[404, "dead", "not-found"],
	[405, "unsure", "forbidden"],
	[406, "unsure", "forbidden"],
	[407, "unsure", "login"],
	[408, "unsure", "timeout"],
	[410, "dead", "not-found"],
	[418, "unsure", "forbidden"],
	[425, "unsure", "rate-limited"],
	[429, "unsure", "rate-limited"],
	[451, "unsure", "legal"],
	[500, "unsure", "server-error"],
	[502, "unsure", "server-error"],
	[503, "unsure", "server-error"],
	[511, "unsure", "no-network"],
	[599, "unsure", "server-error"],
	[600, "unsure", "connection"],
	[999, "unsure", "bot-wall"],
	[100, "unsure", "connection"],
])("status %i is %s/%s", (status, verdict, reason) => {
	expect(judgeHttp(observe({ status }))).toMatchObject({ verdict, reason, status });
});

/** Hops as `301 308 refresh 200`: each status sends on to the next; `refresh` is a page that does. */
function chain(...steps: ReadonlyArray<number | "refresh">): readonly Attempt[] {
	return steps.map((step, i) =>
		attempt(
			{ ...page, url: i === 0 ? ASKED : `${ASKED}-${i}`, status: step === "refresh" ? 200 : step },
			{ cause: i === 0 ? "first" : steps[i - 1] === "refresh" ? "refresh" : "redirect" },
		),
	);
}

test.each<[ReadonlyArray<number | "refresh">, VerdictWord, Reason]>([
	[[301, 200], "moved", "permanent-redirect"],
	[[308, 200], "moved", "permanent-redirect"],
	[[301, 308, 301, 200], "moved", "permanent-redirect"],
	[[302, 200], "alive", "redirected"],
	[[303, 200], "alive", "redirected"],
	[[307, 200], "alive", "redirected"],
	[[301, 302, 200], "alive", "redirected"],
	[[302, 301, 200], "alive", "redirected"],
	[["refresh", 200], "alive", "redirected"],
	[[301, "refresh", 200], "alive", "redirected"],
	[[301, 404], "dead", "not-found"],
	[[302, 410], "dead", "not-found"],
	[[301, 500], "unsure", "server-error"],
	[[301, 429], "unsure", "rate-limited"],
])("hops %j are %s/%s", (steps, verdict, reason) => {
	expect(judgeHttp(observation(chain(...steps)))).toEqual({
		verdict,
		reason,
		status: steps.at(-1),
		finalUrl: `${ASKED}-${steps.length - 1}`,
	});
});

test("the last try counts, and probes do not", () => {
	const tries = [
		attempt({ status: 503 }),
		attempt({ ...page }, { cause: "retry" }),
		attempt({ status: 500 }, { cause: "sibling" }),
	];
	expect(judgeHttp(observation(tries))).toEqual({ verdict: "alive", reason: "ok", status: 200 });
});

test.each<[string, string, Reason]>([
	["https://gitlab.com/some/project", "https://gitlab.com/users/sign_in", "login"],
	["https://drive.google.com/file/d/1/view", "https://accounts.google.com/v3/signin/identifier", "login"],
	["https://example.org/doc", "https://login.microsoftonline.com/common/oauth2/authorize", "login"],
	["https://example.org/doc", "https://sso.example.org/", "login"],
	["https://example.org/doc", "https://auth.example.org/realms/a/protocol", "login"],
	["https://example.org/doc", "https://acme.okta.com/app", "login"],
	["https://example.org/doc", "https://example.org/login?next=/doc", "login"],
	["https://example.org/doc", "https://example.org/wp-login.php?redirect_to=x", "login"],
	["https://example.org/doc", "https://example.org/en/account/sign-in", "login"],
	["https://www.linkedin.com/in/some", "https://www.linkedin.com/authwall?trk=x", "login"],
	["https://example.org/login", "https://example.org/en/login", "redirected"],
	["https://login.example.org/a", "https://auth.example.org/b", "redirected"],
	["https://example.org/auth-guide", "https://example.org/docs/login", "redirected"],
	["https://example.org/signin", "https://example.org/blog/signin-with-apple", "redirected"],
	["https://www.youtube.com/watch?v=1", "https://consent.youtube.com/m?continue=x", "redirected"],
	["https://news.google.com/some", "https://consent.google.com/ml?continue=x", "redirected"],
	["https://finance.yahoo.com/some", "https://guce.yahoo.com/consent?x", "redirected"],
	["https://finance.yahoo.com/some", "https://consent.yahoo.com/v2/collectConsent?x", "redirected"],
])("%s sent on to %s is %s", (asked, url, reason) => {
	expect(judgeHttp(observe({ url, body: html("Sign in", "") }, asked)).reason).toBe(reason);
});

test("a login page that is not there is not found", () => {
	expect(judgeHttp(observe({ url: "https://example.org/login", status: 404 })).reason).toBe("not-found");
});

test("a consent page is never where a link has moved to", () => {
	const [first, last] = observe({ url: "https://consent.youtube.com/m?continue=x", ...page }).attempts;
	const look = observation([{ ...first, status: 301 } as Attempt, last as Attempt]);
	expect(judgeHttp(look)).toMatchObject({
		verdict: "alive",
		reason: "redirected",
		evidence: "consent.youtube.com asks for consent first",
	});
});

test.each<[string, Answer, Reason, string]>([
	["kaggle.com, 404 to robots", { status: 404 }, "bot-wall", "https://www.kaggle.com/c/some"],
	[
		"crates.io, one shell for every name",
		{
			body: html(
				"crates.io: Rust Package Registry",
				'<div id="ember-root"></div><script src="/a.js"></script>',
			),
		},
		"single-page-app",
		"https://crates.io/crates/serde",
	],
	[
		"npmjs.com, 403 to everybody",
		{ status: 403, headers: { server: "cloudflare" } },
		"forbidden",
		"https://www.npmjs.com/package/a",
	],
	["linkedin.com, 999", { status: 999 }, "bot-wall", "https://www.linkedin.com/in/a"],
	["ieeexplore, 418", { status: 418 }, "forbidden", "https://ieeexplore.ieee.org/document/1"],
	[
		"gitlab.com, missing or private",
		{ url: "https://gitlab.com/users/sign_in" },
		"login",
		"https://gitlab.com/a/b",
	],
	[
		"S3, AccessDenied",
		{ status: 403, body: "<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>" },
		"forbidden",
		"https://b.s3.amazonaws.com/a.pdf",
	],
	[
		"S3, NoSuchKey",
		{ status: 404, body: "<?xml version='1.0'?><Error><Code>NoSuchKey</Code></Error>" },
		"tombstone",
		"https://b.s3.amazonaws.com/a.pdf",
	],
	[
		"x.com, 200 for any post",
		{ body: html("", '<div id="react-root"></div><script src="/a.js"></script>') },
		"single-page-app",
		"https://x.com/a/status/1",
	],
	[
		"zhihu.com, 403",
		{ status: 403, body: '{"error":{"code":40362}}' },
		"bot-wall",
		"https://zhuanlan.zhihu.com/p/1",
	],
	[
		"WeChat, deleted by its publisher",
		{ body: html("", "该内容已被发布者删除") },
		"soft-404",
		"https://mp.weixin.qq.com/s/a",
	],
	["web.archive.org, 429", { status: 429 }, "rate-limited", "https://web.archive.org/web/2020/a"],
])("%s", (_, answer, reason, asked) => {
	expect(judgeHttp(observe(answer, asked)).reason).toBe(reason);
});

test("without a network nothing that failed says anything, but a private address stays one", () => {
	expect(withoutNetwork(observation([failing("no-such-host")]))).toMatchObject({ ended: "no-network" });
	const inside = observation([failing("private-address")]);
	expect(withoutNetwork(inside)).toBe(inside);
	const over = { ...observation([]), ended: "deadline" as const };
	expect(withoutNetwork(over)).toBe(over);
	const nothing = { kind: "none", key: "mailto:a", reason: "unsupported-scheme" } as const;
	expect(withoutNetwork(nothing)).toBe(nothing);
});

test("bodies are let go, all else is kept", () => {
	const { body, ...rest } = attempt(page);
	expect(body).toBeDefined();
	expect(withoutBodies(observation([attempt(page)]))).toEqual(observation([rest]));
});

test.each<[Reason, VerdictWord, string?]>([
	["excluded", "skipped"],
	["unsupported-scheme", "skipped"],
	["invalid-url", "dead", "the port is not a number"],
])("what nobody looked at: %s is %s", (reason, verdict, detail) => {
	const target = { kind: "invalid", key: "a", ...(detail === undefined ? {} : { detail }) } as const;
	expect(judge({ target }, { kind: "none", key: "a", reason })).toEqual({
		verdict,
		reason,
		...(detail === undefined ? {} : { evidence: detail }),
	});
});
