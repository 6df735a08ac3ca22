import { expect, test } from "vitest";
import { formatItem, parseFormat } from "../../src/config/format.ts";

test.each([
	["text", { name: "text" }, true],
	["json=a/b.json", { name: "json", file: "a/b.json" }, true],
	["json=a=b", { name: "json", file: "a=b" }, true],
	["json=", { name: "json", file: "" }, false],
	["xml", { name: "xml" }, false],
	["", { name: "" }, false],
])("%j", (text, format, valid) => {
	expect(parseFormat(text)).toEqual(format);
	expect(formatItem(["text", "json"]).schema.safeParse(text).success).toBe(valid);
});
