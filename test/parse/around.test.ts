import { expect, test } from "vitest";
import { Around } from "../../src/parse/around.ts";

test("what is around hears all texts until its end", () => {
	const around = new Around<string>();
	around.hear("nobody hears this");
	around.begin("outer");
	around.hear("a");
	around.begin("inner");
	around.hear("b");
	expect(around.end("inner")).toBe("b");
	around.hear("c");
	expect(around.end("outer")).toBe("abc");
});

// `<a href="x">[text <a href="y">`: the second tag closes the first, which is around the link.
test("what is outside may end first", () => {
	const around = new Around<string>();
	for (const start of ["first", "second", "third"]) around.begin(start);
	around.hear("a");
	expect(around.end("second")).toBe("a");
	around.hear("b");
	expect(around.end("first")).toBe("ab");
	around.hear("c");
	expect(around.end("third")).toBe("abc");
});

test("what has not begun, or has ended, has no text", () => {
	const around = new Around<string>();
	around.begin("one");
	around.hear("a");
	expect(around.end("other")).toBe("");
	expect(around.end("one")).toBe("a");
	expect(around.end("one")).toBe("");
});
