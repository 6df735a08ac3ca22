import { setImmediate } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Answer } from "../../../src/check/http/fetch.ts";
import { openReader } from "../../../src/check/http/reader.ts";
import { answerTo, request } from "./stub.ts";

const asked = request("https://a.test/");

function received(html: string | Buffer, headers: Record<string, string> = {}): Answer {
	const answer = answerTo(asked, { status: 200, headers: { "content-type": "text/html", ...headers } });
	return { ...answer, page: { bytes: Buffer.from(html), complete: true } };
}

test("the facts of the page take its place", async () => {
	const { page, ...rest } = received("<!doctype html><title>Hello</title>");
	const answer = await openReader()({ ...rest, ...(page && { page }) }, asked);
	expect(answer).toEqual({
		cookies: [],
		attempt: {
			...rest.attempt,
			body: {
				looksLike: "html",
				bytes: 35,
				complete: true,
				title: "Hello",
				textLength: 0,
				text: "",
				source: "<!doctype html><title>Hello</title>",
				shell: false,
			},
		},
	});
});

test("a compressed page is decompressed", async () => {
	const page = received(gzipSync("<!doctype html><title>Hello</title>"), { "content-encoding": "gzip" });
	expect((await openReader()(page, asked)).attempt.body?.title).toBe("Hello");
});

test("ids are read where they are asked for", async () => {
	const page = received('<!doctype html><p id="here">');
	const read = openReader();
	expect((await read(page, asked)).attempt.body?.ids).toBeUndefined();
	expect((await read(page, { ...asked, ids: true })).attempt.body?.ids).toEqual(["here"]);
});

test("an answer without a page stays as it is", async () => {
	const answer = answerTo(asked, { failure: { code: "reset", detail: "" } });
	expect(await openReader()(answer, asked)).toBe(answer);
});

test("whatever else is ready goes before each page", async () => {
	const read = openReader();
	const order: string[] = [];
	const pages = ["one", "two", "three"].map(async (title) => {
		const { attempt } = await read(received(`<!doctype html><title>${title}</title>`), asked);
		order.push(attempt.body?.title ?? "");
	});
	for (let turn = 1; turn <= 3; turn += 1) {
		await setImmediate();
		order.push("else");
	}
	await Promise.all(pages);
	expect(order).toEqual(["else", "one", "else", "two", "else", "three"]);
});
