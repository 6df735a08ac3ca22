import { expect, test } from "vitest";
import { pullFiles } from "./api.ts";
import { propose } from "./proposal.ts";
import { runStep, token } from "./step.ts";
import { openWeb, site } from "./web.ts";

const text =
	"[a](https://web.test/a), [api](https://api.github.test/repos/ada/shelf), [b](https://github.test/ada/shelf)";

/** A pull request whose base only the API knows; it adds links, and one of them leads to the API. */
function openProposal() {
	const { remote, event, workspace } = propose({}, { "README.md": text });
	remote.close();
	return { event, workspace };
}

test("the token goes to the API, with no link, and into nothing that is written", async () => {
	const files = pullFiles([{ filename: "README.md", status: "added", changes: 1 }]);
	const internet = await openWeb(
		(request, ...rest) => (request.url?.includes("/pulls/") ? files : site)(request, ...rest),
		{ "github.test": site },
	);
	const { log, summary, report, outputs } = await runStep({ ...openProposal(), internet });
	const authorized = [...internet.requests].flatMap(([host, requests]) =>
		requests
			.filter(({ headers }) => JSON.stringify(headers).includes(token))
			.map(({ method, url }) => `${method} ${host}${url}`),
	);
	expect([...internet.requests.keys()].sort()).toEqual(["api.github.test", "github.test", "web.test"]);
	expect(authorized).toEqual(["GET api.github.test/repos/ada/shelf/pulls/7/files?per_page=100&page=1"]);
	expect([log, summary, report, JSON.stringify(outputs)].join("\n")).not.toContain(token);
});

test("where the API sends elsewhere, nobody follows", async () => {
	const internet = await openWeb(
		(_, response) => response.writeHead(307, { location: "https://elsewhere.test/" }).end(),
		{ "elsewhere.test": (_, response) => response.end("[]") },
	);
	const { code } = await runStep({ ...openProposal(), internet, inputs: { network: "none" } });
	expect({
		code,
		asked: internet.count("api.github.test"),
		followed: internet.count("elsewhere.test"),
	}).toEqual({
		code: 0,
		asked: 1,
		followed: 0,
	});
});
