import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCatalogue, openCatalogueInternet, page, placeOf } from "./catalogue.ts";
import { runAction } from "./run.ts";
import { makeFolder, makeRepository } from "./tree.ts";
import type { Internet } from "./wire/internet.ts";

let internet: Internet;
beforeAll(async () => {
	internet = await openCatalogueInternet({
		"github.com": (request, response, count) => {
			if (request.url === "/THUDM/GLM") response.writeHead(404).end();
			else if (request.url === "/lvwerra/") response.writeHead(301, { location: "/google/BIG-bench" }).end();
			else page(request, response, count);
		},
	});
});
afterAll(() => internet.close());

/** What a runner gives a step besides its inputs, and what the step leaves behind. */
function runner(workspace: string) {
	const folder = makeFolder({ output: "", summary: "" });
	const read = (name: string): string => readFileSync(join(folder, name), "utf8");
	return {
		env: {
			GITHUB_ACTIONS: "true",
			GITHUB_WORKSPACE: workspace,
			GITHUB_OUTPUT: join(folder, "output"),
			GITHUB_STEP_SUMMARY: join(folder, "summary"),
			GITHUB_SERVER_URL: "https://github.com",
			GITHUB_REPOSITORY: "ada/my-llm",
			GITHUB_SHA: "0123abc",
			RUNNER_TEMP: folder,
		},
		report: join(folder, "shelfread-report.json"),
		summary: () => read("summary"),
		outputs: () =>
			Object.fromEntries(
				[...read("output").matchAll(/^(.+)<<(.+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [
					name,
					value,
				]),
			),
	};
}

const commands = (stdout: string): string[] => stdout.split("\n").filter((line) => line.startsWith("::"));

test("annotations, summary, outputs and failure of the catalogue with faults", async () => {
	// What the catalogue's own list could do better is another test's.
	const rules = ["entry-without-link", "owner-page", "label", "empty-section", "tracking-parameters"];
	const off = rules.map((rule) => `  ${rule}: off\n`).join("");
	const cwd = makeCatalogue({ ".shelfread.yml": `rules:\n${off}` });
	const gone = "papers/2023-MiniGPT_4.pdf";
	rmSync(join(cwd, gone));
	const { env, summary, outputs, report } = runner(cwd);
	const { code, stdout, stderr } = await runAction({}, { cwd: makeFolder({}), internet, env });

	expect(stderr).toBe("");
	expect(code).toBe(1);
	const pdf = placeOf(`./${gone}`);
	const glm = placeOf("https://github.com/THUDM/GLM");
	const trl = placeOf("https://github.com/lvwerra/");
	const at = ({ line, column }: { line: number; column: number }, length: number): string =>
		`file=README.md,line=${line},col=${column},endColumn=${column + length}`;
	expect(commands(stdout)).toEqual([
		`::error ${at(glm, 28)},title=dead-link::https://github.com/THUDM/GLM answers 404 (not found)%0AFind where the page went, link an archived copy, or remove the link.`,
		`::error ${at(pdf, 27)},title=local-target::./${gone} names no file or folder%0ACorrect the path, or add the file.`,
		`::notice ${at(trl, 27)},title=moved-link::https://github.com/lvwerra/ has moved to https://github.com/google/BIG-bench%0AWrite the new address.`,
		"::error::195 of 195 links verified in 1 file: 2 errors, 1 info",
	]);
	expect(outputs()).toEqual({
		verified: "195",
		dead: "2",
		moved: "1",
		unsure: "0",
		findings: "3",
		errors: "2",
		"pre-existing": "0",
		report,
	});
	expect(JSON.parse(readFileSync(report, "utf8")).stats.links).toBe(195);
	expect(summary()).toContain("## ❌ 195 of 195 links verified in 1 file: 2 errors, 1 info\n");
	expect(summary()).toContain(`](https://github.com/ada/my-llm/blob/0123abc/README.md?plain=1#L${glm.line})`);
});

test("a catalogue without faults ends well", async () => {
	const cwd = makeRepository({ "README.md": "# Home\n\n[top](#home)\n" });
	const { env, outputs } = runner(cwd);
	const { code, stdout } = await runAction({}, { cwd, env });
	expect({ code, commands: commands(stdout), verified: outputs().verified }).toEqual({
		code: 0,
		commands: [],
		verified: "1",
	});
});

test("inputs are options, and win over the configuration file", async () => {
	const cwd = makeRepository({
		"README.md": "[x](missing.md)\n",
		"other.md": "[y](missing-too.md)\n",
		".shelfread.yml": "paths: [other.md]\nfail-on: never\n",
	});
	const { env, outputs } = runner(cwd);
	const inputs = { paths: "README.md\nother.md", format: "json=out/report.json\ntext" };
	const { code } = await runAction(inputs, { cwd, env });
	expect(code).toBe(0);
	expect(outputs().errors).toBe("2");
	expect(JSON.parse(readFileSync(join(cwd, "out/report.json"), "utf8")).findings).toHaveLength(2);
});

test.each([
	["a wrong input", { timeout: "soon" }, "::error::input timeout: expected a number of seconds"],
	["a path that is not there", { paths: "nowhere.md" }, "::error::"],
])("%s is a job not done, and exits 2", async (_, inputs, message) => {
	const cwd = makeRepository({ "README.md": "hello\n" });
	const { code, stdout } = await runAction(inputs as Record<string, string>, { cwd, env: runner(cwd).env });
	expect(code).toBe(2);
	expect(stdout).toContain(message);
});

test("a configuration that cannot be followed exits 2 and says where", async () => {
	const cwd = makeRepository({ "README.md": "hello\n", ".shelfread.yml": "timout: 3\n" });
	const { code, stdout } = await runAction({}, { cwd, env: runner(cwd).env });
	expect(code).toBe(2);
	expect(stdout).toContain('.shelfread.yml:1:1  unknown key "timout"');
});

test("text from the tree cannot become a command of the runner", async () => {
	const cwd = makeRepository({ "README.md": "x\n" });
	writeFileSync(
		join(cwd, "README.md"),
		"[a\n::set-output name=x::y\n](<b%0A::error::c.md>)\n\n[d](e%0d%0a::stop-commands::f)\n",
	);
	const { code, stdout } = await runAction({}, { cwd, env: runner(cwd).env });
	expect(code).toBe(1);
	expect(commands(stdout).map((line) => line.split(" ")[0])).toEqual(["::error", "::error", "::error::2"]);
});
