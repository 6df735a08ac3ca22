import { expect, test } from "vitest";
import { type Directive, readDirective } from "../../src/suppress/directive.ts";
import { rulesOf } from "../../src/suppress/tools.ts";

const linkRules = ["local-target", "anchor", "pdf", "dead-link", "moved-link"];

test.each<[string, Directive["action"], readonly string[] | undefined]>([
	["shelfread-disable", "disable", undefined],
	["shelfread-enable anchor", "enable", ["anchor"]],
	["shelfread-disable-line anchor, pdf", "disable-line", ["anchor", "pdf"]],
	["shelfread-disable-next-line\n\tanchor,pdf", "disable-next-line", ["anchor", "pdf"]],
	["shelfread-disable-next-line anchor -- it moves -- soon", "disable-next-line", ["anchor"]],
	["shelfread-disable-line -- all of it", "disable-line", undefined],
	["shelfread-disable-line --no-such-rule", "disable-line", ["--no-such-rule"]],
	["markdown-link-check-disable", "disable", linkRules],
	["markdown-link-check-enable", "enable", linkRules],
	["markdown-link-check-disable-next-line", "disable-next-line", linkRules],
	["markdown-link-check-disable-line", "disable-line", linkRules],
	["mlc-disable", "disable", linkRules],
	["mlc-disable-line anchor", "disable-line", linkRules],
	["lint disable", "disable", undefined],
	["lint enable double-link", "enable", ["duplicate-entry", "same-target-different-title", "same-work"]],
	["lint ignore no-dead-urls list-item-indent", "disable-next-node", ["dead-link", "moved-link"]],
	["lint ignore list-item-indent", "disable-next-node", []],
])("reads %j", (comment, action, rules) => {
	const directive = readDirective(comment);
	expect(directive?.action).toBe(action);
	expect(directive && rulesOf(directive)).toEqual(rules);
});

test.each([
	"",
	"shelfread",
	"shelfread-ignore anchor",
	"about shelfread-disable",
	"lint",
	"lint off",
	"lint-disable",
	"toc",
])("%j is a comment for people", (comment) => {
	expect(readDirective(comment)).toBeUndefined();
});
