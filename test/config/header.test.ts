import { expect, test } from "vitest";
import { headerItem, maskHeader, parseHeader } from "../../src/config/header.ts";

test.each([
	["x.test Accept: text/html", { host: "x.test", name: "Accept", value: "text/html" }],
	["X.Test Authorization:Bearer a=b: c ", { host: "x.test", name: "Authorization", value: "Bearer a=b: c" }],
	["* Accept-Language: de", { host: "*", name: "Accept-Language", value: "de" }],
	["x.test X-Empty:", { host: "x.test", name: "X-Empty", value: "" }],
	["Accept: text/html", undefined],
	["https://x.test Accept: a", undefined],
	["*.x.test Accept: a", undefined],
	["x.test A b: c", undefined],
	["x.test Accept: a\r\nHost: evil", undefined],
	["x.test Accept: \u{1f600}", undefined],
])("%j", (text, header) => {
	expect(parseHeader(text)).toEqual(header);
	expect(headerItem.schema.safeParse(text).success).toBe(header !== undefined);
});

test.each([
	["Authorization", false],
	["COOKIE", false],
	["Proxy-Authorization", false],
	["X-API-Key", false],
	["Private-Token", false],
	["X-Client-Secret", false],
	["Accept", true],
	["Accept-Language", true],
])("%s to every host: %s", (name, allowed) => {
	expect(headerItem.schema.safeParse(`* ${name}: abc`).success).toBe(allowed);
	expect(headerItem.schema.safeParse(`x.test ${name}: abc`).success).toBe(true);
});

test("a masked header has no value", () => {
	expect(maskHeader("X.test Authorization: abc")).toBe("x.test Authorization: …");
	expect(maskHeader("abc")).toBe("…");
});
