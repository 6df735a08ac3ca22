import { expect, test } from "vitest";
import { judgeHttp } from "../../src/judge/http.ts";
import type { BodyFacts, Reason } from "../../src/model.ts";
import { attempt, observation } from "./answers.ts";

const facts: BodyFacts = {
	looksLike: "html",
	bytes: 5000,
	complete: true,
	title: "Some page",
	textLength: 5000,
	shell: false,
	ids: ["intro", "user-content-usage", "安装", "a b"],
};

test.each<[string, Reason, Partial<BodyFacts>?]>([
	["intro", "ok"],
	["usage", "ok"],
	["user-content-intro", "ok"],
	["安装", "ok"],
	["%E5%AE%89%E8%A3%85", "ok"],
	["a%20b", "ok"],
	["Intro", "ok"],
	["intro:~:text=words", "ok"],
	["%zz", "missing-anchor"],
	["outro", "missing-anchor"],
	["outro:~:text=words", "missing-anchor"],
	["", "ok"],
	["top", "ok"],
	["TOP", "ok"],
	["page=3", "ok"],
	["zoom=100", "ok"],
	["tab=readme", "ok"],
	["t=90", "ok"],
	[":~:text=words", "ok"],
	["/route", "ok"],
	["!/route", "ok"],
	["L10-L20", "ok"],
	["outro", "ok", { complete: false }],
	["outro", "ok", { looksLike: "pdf" }],
	["outro", "single-page-app", { ids: [] }],
	["outro", "single-page-app", { shell: true }],
])("#%s is %s in %j", (fragment, reason, more = {}) => {
	const body = { ...facts, ...more };
	expect(judgeHttp(observation([attempt({}, { body })]), fragment).reason).toBe(reason);
});

test("a page whose ids nobody asked for says nothing of anchors", () => {
	const { ids: _, ...body } = facts;
	expect(judgeHttp(observation([attempt({}, { body })]), "outro").reason).toBe("ok");
});
