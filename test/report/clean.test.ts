import { describe, expect, test } from "vitest";
import { clean, controls, disarm } from "../../src/report/clean.ts";
import fc from "../property.ts";
import { anyText } from "./hostile.ts";

describe("clean", () => {
	test.each([
		["plain text stays", "a 文 é 👩‍💻 \u200f", "a 文 é 👩‍💻 \u200f"],
		["line breaks and tabs become one blank", "a\r\n\tb\u2028c\u0085d", "a b c d"],
		["a colour goes whole", "\u001b[1;31mred\u001b[0m", "red"],
		["a C1 colour goes whole", "\u009b31mred", "red"],
		["a hyperlink goes whole", "\u001b]8;;https://evil.test\u0007click\u001b]8;;\u001b\\", "click"],
		["an unfinished sequence loses its teeth", "\u001b]8;;https://evil.test", "]8;;https://evil.test"],
		["C0, DEL and C1 go", "a\u0000\u0007\u007f\u0080b", "ab"],
		["overrides and isolates go", "\u202egnp.exe\u2066\u2069", "gnp.exe"],
		["half a character goes", "a\ud800b", "ab"],
	])("%s", (_, text, expected) => {
		expect(clean(text)).toBe(expected);
	});

	test("a long text is cut", () => {
		expect(clean("x".repeat(20_000_000))).toBe(`${"x".repeat(2000)}…`);
	});

	test("no control character survives, and cleaning again changes nothing", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const cleaned = clean(text);
				expect(cleaned.match(controls)).toBeNull();
				expect(clean(cleaned)).toBe(cleaned);
			}),
		);
	});
});

describe("disarm", () => {
	test.each([
		["::error::x", ":\u2060:error::x"],
		["a\n \t::error::x", "a\n \t:\u2060:error::x"],
		["a ##[error]x", "a ##\u2060[error]x"],
		["std::vector # [x]", "std::vector # [x]"],
	])("%j", (output, expected) => {
		expect(disarm(output)).toBe(expected);
	});
});
