import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { reporters } from "../../src/report/index.ts";
import { documented, page } from "./samples.ts";

const blobUrl = "https://github.com/ann/list/blob/1234abc";
const source = readFileSync(new URL("../../docs/report.md", import.meta.url), "utf8").replaceAll(
	"\r\n",
	"\n",
);

/** The first fenced block below the heading of a format. */
function sample(name: string): string | undefined {
	const pattern = `^## \`${name}\`$[^]*?^(\`{3,})\\w*\\n([^]*?\\n)\\1$`;
	return new RegExp(pattern, "m").exec(source)?.[2];
}

test.each(Object.entries(reporters))("the page shows what the format %s prints", (name, reporter) => {
	expect(reporter.name).toBe(name);
	expect(sample(name)).toBe(reporter.render(documented, { ...page, blobUrl }).replaceAll("\r\n", "\n"));
});
