import { expect, test } from "vitest";
import { blobUrlOf, repositoryUrlOf } from "../../src/run/runner.ts";

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
