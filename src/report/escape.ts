import { clean } from "./clean.ts";

/** ASCII punctuation: what a backslash makes literal (https://spec.commonmark.org/0.31.2/#backslash-escapes). */
const punctuation = /[!-/:-@[-`{-~]/g;

/**
 * Text from outside as Markdown that shows it as it is: no markup, links, HTML or table cells. A zero-width space follows each
 * `@`, because GitHub looks for people to notify in the rendered text, where no backslash is left; so does its search for
 * e-mail addresses to link.
 */
export function escapeMarkdown(text: string): string {
	return clean(text).replace(punctuation, "\\$&").replaceAll("@", "@\u200b");
}
