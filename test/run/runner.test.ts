import { expect, test } from "vitest";
import { blobUrlOf, repositoryUrlOf, withoutMatches } from "../../src/run/runner.ts";

const runner = {
	GITHUB_SERVER_URL: "https://github.com",
	GITHUB_REPOSITORY: "ada/shelf",
	GITHUB_SHA: "c0ffee",
};

test("a runner tells where its repository and its commit are", () => {
	expect(repositoryUrlOf(runner)).toBe("https://github.com/ada/shelf");
	expect(blobUrlOf(runner)).toBe("https://github.com/ada/shelf/blob/c0ffee");
});

test("nobody else does", () => {
	expect(repositoryUrlOf({})).toBeUndefined();
	expect(blobUrlOf({ ...runner, GITHUB_SHA: "" })).toBeUndefined();
	expect(blobUrlOf({ GITHUB_SHA: "c0ffee" })).toBeUndefined();
});

test.each([
	[
		"\u001b[2m   5:17\u001b[22m  \u001b[31merror\u001b[39m",
		"\u001b[2m   5\u2060:17\u001b[22m  \u001b[31merror\u001b[39m",
	],
	["a.md\n  5:17  error", "a.md\n  5\u2060:17  error"],
	[
		"a.md:5:17  error\n::error file=a.md,line=5::b\n  5 dead\n",
		"a.md:5:17  error\n::error file=a.md,line=5::b\n  5 dead\n",
	],
])("a line and a column that would be taken for ESLint's are parted: %j", (output, parted) => {
	expect(withoutMatches(output)).toBe(parted);
});
