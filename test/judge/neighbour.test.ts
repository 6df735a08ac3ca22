import { expect, test } from "vitest";
import type { Fetch } from "../../src/check/http/fetch.ts";
import { persist } from "../../src/check/http/look.ts";
import { followRedirects } from "../../src/check/http/redirects.ts";
import { askSiblings } from "../../src/check/http/sibling.ts";
import { throttle } from "../../src/check/http/throttle.ts";
import { judgeHttp, suspects } from "../../src/judge/http.ts";
import type { Reason } from "../../src/model.ts";
import { type Answer, article, attempt, html, shell } from "./answers.ts";

/** A site is what it answers for a path. */
type Site = (path: string) => Answer;

const sendTo = (location: string): Answer => ({ status: 302, headers: { location } });
const home: Answer = { body: html("Example", article) };
const page: Answer = { body: html("Some page", article) };
const gone: Answer = { body: html("Page not found | Example", article) };

const sites: Readonly<Record<string, Site>> = {
	honest: (path) => (path === "/notes/some-page" ? page : { status: 404 }),
	"honest, with an odd title": (path) => (path === "/notes/some-page" ? gone : { status: 404 }),
	"one that says so with a good status": () => gone,
	"one that sends everybody home": (path) => (path === "/" ? home : sendTo("/")),
	"one that sent this page home": (path) =>
		path === "/" ? home : path === "/notes/some-page" ? sendTo("/") : { status: 404 },
	"one that sends everybody elsewhere": (path) =>
		path === "/welcome" ? home : sendTo("/welcome?from=" + path),
	"a single-page app": () => ({ body: shell("Example") }),
	"a single-page app that knows its pages": (path) =>
		path === "/notes/some-page" ? { body: shell("Example") } : { status: 404 },
	"one page for every address": () => home,
	"one that turns away the second": (path) => (path === "/notes/some-page" ? gone : { status: 403 }),
};

test.each<[string, Reason, number]>([
	["honest", "ok", 1],
	["honest, with an odd title", "ok", 2],
	["one that says so with a good status", "soft-404", 2],
	["one that sends everybody home", "soft-404", 4],
	["one that sent this page home", "redirected", 3],
	["one that sends everybody elsewhere", "single-page-app", 4],
	["a single-page app", "single-page-app", 2],
	["a single-page app that knows its pages", "ok", 2],
	["one page for every address", "single-page-app", 2],
	["one that turns away the second", "ok", 2],
])("%s: %s, by %i requests", async (name, reason, requests) => {
	let sent = 0;
	const site: Fetch = async ({ url, cause, identity }) => {
		sent += 1;
		const { pathname } = new URL(url);
		const answer = sites[name]?.(pathname) ?? {};
		return { attempt: attempt({ ...answer, url }, { cause, identity }), cookies: [] };
	};
	const clock = { now: () => 0, sleep: async () => {}, random: () => 0 };
	const limits = { concurrency: 1, perHost: () => 1 };
	const { fetch, takeTurn } = throttle(site, { ...limits, read: async (answer) => answer, clock });
	const chain = followRedirects(fetch, 10);
	const options = { timeout: 1000, signal: new AbortController().signal };
	const page = persist(chain, { ...options, retries: 0, isWall: () => false, takeTurn, clock });
	const look = askSiblings(page, chain, { ...options, suspects });
	const observation = await look({ kind: "http", key: "https://example.org/notes/some-page" }, false);
	expect({ reason: judgeHttp(observation).reason, requests: sent }).toEqual({ reason, requests });
});
