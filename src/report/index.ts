import { csv } from "./csv.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { rdjson } from "./rdjson.ts";
import type { Reporter } from "./reporter.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";

/** The formats, by the names that `--format` takes. */
export const reporters: {
	readonly text: Reporter;
	readonly json: Reporter;
	readonly jsonl: Reporter;
	readonly github: Reporter;
	readonly markdown: Reporter;
	readonly sarif: Reporter;
	readonly junit: Reporter;
	readonly rdjson: Reporter;
	readonly gitlab: Reporter;
	readonly csv: Reporter;
} = { text, json, jsonl, github, markdown, sarif, junit, rdjson, gitlab, csv };
