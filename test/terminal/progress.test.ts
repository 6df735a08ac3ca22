import { expect, test } from "vitest";
import { drawProgress, progressText } from "../../src/terminal/progress.ts";

test.each([
	[{ links: 195, done: 0, waiting: [] }, 0, "  0 of 195 links, 0 s"],
	[
		{ links: 195, done: 123, waiting: [{ host: "github.com", links: 34, pause: 0 }] },
		11_400,
		"  123 of 195 links, 12 s; waiting for github.com (34)",
	],
	[
		{
			links: 9,
			done: 1,
			waiting: [
				{ host: "b.test", links: 2, pause: 7300 },
				{ host: "a.test", links: 2, pause: 0 },
				{ host: "c.test", links: 4, pause: 0 },
				{ host: "d.test", links: 1, pause: 0 },
				{ host: "e.test", links: 1, pause: 0 },
			],
		},
		1000,
		"  1 of 9 links, 1 s; waiting for c.test (4), a.test (2), b.test (2, paused 8 s) and 2 more hosts",
	],
])("%#", (progress, milliseconds, text) => {
	expect(progressText(progress, milliseconds, 120)).toBe(text);
});

test("the line never wraps", () => {
	const waiting = [{ host: `${"long".repeat(30)}.test`, links: 1, pause: 0 }];
	expect(progressText({ links: 1, done: 0, waiting }, 0, 79)).toHaveLength(79);
});

test("nothing is written before there is something to say, and the line is taken away", () => {
	const written: string[] = [];
	const silent = drawProgress((text) => written.push(text), 80);
	silent.clear();
	expect(written).toEqual([]);
	const line = drawProgress((text) => written.push(text), 80);
	line.update({ links: 2, done: 1, waiting: [] });
	line.clear();
	expect(written).toEqual(["\r\u001b[K"]);
});
