import type { Directive } from "./directive.ts";

/** What a link checker looks at: where links lead. */
const ofLinkCheckers = ["local-target", "anchor", "pdf", "dead-link", "moved-link"];

/** The rules of remark-lint, its plugins and awesome-lint that ask what rules here ask, too. */
const ofLint: Readonly<Partial<Record<string, readonly string[]>>> = {
	"no-dead-urls": ["dead-link", "moved-link"],
	"double-link": ["duplicate-entry", "same-target-different-title", "same-work"],
	"awesome-toc": ["toc-drift"],
	"no-empty-sections": ["empty-section"],
	"no-undefined-references": ["undefined-reference"],
	"no-unused-definitions": ["unused-definition"],
	"no-duplicate-definitions": ["duplicate-definition"],
	"heading-increment": ["heading"],
	"alphabetize-lists": ["order"],
};

/** The rules that a directive is about, by their ids here; undefined is all of them. */
export function rulesOf({ tool, rules }: Directive): readonly string[] | undefined {
	if (tool === "markdown-link-check" || tool === "mlc") return ofLinkCheckers;
	if (rules.length === 0) return undefined;
	return tool === "lint" ? rules.flatMap((rule) => ofLint[rule] ?? []) : rules;
}
