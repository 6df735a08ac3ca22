import { expect, test } from "vitest";
import { helpText } from "../../src/config/help.ts";
import { readConfig } from "../../src/config/read.ts";
import { reasons } from "../../src/model.ts";
import { options } from "../../src/run/setup.ts";
import { smallPdf } from "../catalogue.ts";
import { runCommand } from "../run.ts";
import { makeRepository } from "../tree.ts";
import { Internet } from "../wire/internet.ts";
import { blocksOf, firstCellsOf, readPage } from "./page.ts";

const readme = readPage("README.md");
const [catalogue] = blocksOf(readme, "markdown");
const [sample] = blocksOf(readme, "text");

test("the sample is what the command prints", async () => {
	const internet = await Internet.open({
		"www.example.edu": (_, response) => response.writeHead(404).end("Not found"),
		"blog.example.com": (_, response) => response.writeHead(403, { "cf-mitigated": "challenge" }).end("Wait"),
		"code.example.org": (request, response) =>
			request.url === "/lora"
				? response.writeHead(301, { location: "https://code.example.org/team/lora" }).end()
				: response.end("<!doctype html><title>LoRA</title><p>The code."),
	});
	try {
		const cwd = makeRepository({
			"README.md": catalogue ?? "",
			"papers/Attention.pdf": smallPdf,
			"papers/LoRA.pdf": "<!doctype html><title>Log in</title>",
		});
		const { code, stdout } = await runCommand([], { cwd, internet });
		expect({ code, stdout }).toEqual({ code: 1, stdout: sample });
	} finally {
		await internet.close();
	}
});

// `vitest run -u` writes it anew.
test("the help text is what --help prints", async () => {
	const region = /(?<=^## The command\n\n```text\n).*?(?=^```$)/ms;
	const generated = readme.replace(region, () => helpText(options));
	await expect(generated).toMatchFileSnapshot("../../README.md");
});

test("every verdict has a row", () => {
	expect(firstCellsOf(readme, "## Verdicts")).toEqual(Object.keys(reasons));
});

const [configuration] = blocksOf(readme, "yaml");

test("the example of a configuration can be read", () => {
	expect(Object.keys(readConfig(configuration ?? "", ".shelfread.yml", options))).not.toEqual([]);
});
