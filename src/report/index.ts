import { github } from "./github.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import type { Reporter } from "./reporter.ts";
import { text } from "./text.ts";

/** The formats, by the names that `--format` takes. */
export const reporters: {
	readonly text: Reporter;
	readonly json: Reporter;
	readonly github: Reporter;
	readonly markdown: Reporter;
} = { text, json, github, markdown };
