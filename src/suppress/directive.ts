/** What a comment tells a checker to leave alone. */
export interface Directive {
	readonly action: "disable" | "enable" | "disable-line" | "disable-next-line" | "disable-next-node";
	/** As they are written; none is all rules. */
	readonly rules: readonly string[];
	/** Whose language it is. A disabling comment is ended only by an enabling one in the same language. */
	readonly tool: "shelfread" | "markdown-link-check" | "mlc" | "lint";
}

/**
 * Reads a comment. Undefined where it is nothing but a comment.
 *
 * `shelfread-disable-next-line rule rule -- reason`, likewise with `-line`, alone, and `shelfread-enable`; a comma may stand
 * between rules. And the comments of
 * - markdown-link-check: https://github.com/tcort/markdown-link-check#disable-comments
 * - mlc: https://github.com/becheran/mlc#ignore-comments
 * - remark-lint: https://github.com/remarkjs/remark-message-control#markers
 */
export function readDirective(comment: string): Directive | undefined {
	const [before = ""] = comment.split(/(?:^|\s)--(?:\s|$)/, 1);
	const [command = "", ...rules] = before.split(/[\s,]+/).filter((word) => word !== "");
	const [, tool, verb = ""] = prefix.exec(command) ?? [];
	if (tool !== undefined) {
		const action = actions[verb];
		return action && { action, rules: tool === "shelfread" ? rules : [], tool: tool as Directive["tool"] };
	}
	if (command !== "lint") return undefined;
	const [marker = "", ...lintRules] = rules;
	const action = lintActions[marker];
	return action && { action, rules: lintRules, tool: "lint" };
}

const prefix = /^(shelfread|markdown-link-check|mlc)-(.+)$/;

const actions: Readonly<Partial<Record<string, Directive["action"]>>> = {
	disable: "disable",
	enable: "enable",
	"disable-line": "disable-line",
	"disable-next-line": "disable-next-line",
};

const lintActions: Readonly<Partial<Record<string, Directive["action"]>>> = {
	disable: "disable",
	enable: "enable",
	ignore: "disable-next-node",
};
