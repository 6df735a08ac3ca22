import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import type { Option } from "../../src/config/option.ts";
import { readConfig } from "../../src/config/read.ts";
import { options } from "../../src/run/setup.ts";

// `vitest run -u` writes both files anew.
const page = readFileSync(new URL("../../docs/configuration.md", import.meta.url), "utf8");
const rows = Object.entries(options) as [string, Option][];

test("the table of options is the page's", async () => {
	const region = /(?<=<!-- options -->\n).*(?=<!-- \/options -->)/s;
	const generated = page.replace(region, () => optionsTable());
	await expect(generated).toMatchFileSnapshot("../../docs/configuration.md");
});

test("the schema for editors is the table's", async () => {
	await expect(`${JSON.stringify(schema(), null, "\t")}\n`).toMatchFileSnapshot(
		"../../docs/shelfread.schema.json",
	);
});

test.each(page.match(/(?<=```yaml\n).*?(?=```)/gs) ?? [])("the example can be read: %j", (example) => {
	expect(Object.keys(readConfig(example, ".shelfread.yml", options))).not.toEqual([]);
});

function optionsTable(): string {
	const lines = rows.map(([name, option]) => {
		const cells = [
			`\`${name}\``,
			wordValue(option),
			wordDefault(option),
			option.surfaces.join(", "),
			option.about,
		];
		return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("*", "\\*")).join(" | ")} |`;
	});
	return [
		"",
		"| option | value | default | given as | what it does |",
		"|---|---|---|---|---|",
		...lines,
		"",
		"",
	].join("\n");
}

function wordValue({ kind }: Option): string {
	return Array.isArray(kind.read("word")) && kind.bare === undefined
		? `list; each: ${kind.expects}`
		: kind.expects;
}

function wordDefault({ default: initial }: Option): string {
	if (initial === undefined) return "–";
	return `\`${Array.isArray(initial) ? `[${initial.join(", ")}]` : JSON.stringify(initial).replaceAll('"', "")}\``;
}

function schema(): object {
	const shape = Object.fromEntries(
		rows
			.filter(([, { surfaces }]) => surfaces.includes("file"))
			.map(([name, { kind, about, default: initial }]) => [
				name,
				kind.schema
					.optional()
					.meta({ description: about, ...(initial === undefined ? {} : { default: initial }) }),
			]),
	);
	const meta = { title: "shelfread", description: "Configuration of shelfread: .shelfread.yml" };
	return z.toJSONSchema(z.strictObject(shape).meta(meta), { io: "input" });
}
