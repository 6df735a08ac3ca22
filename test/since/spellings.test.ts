import { describe, expect, test } from "vitest";
import type { Link } from "../../src/model.ts";
import { parseDocument } from "../../src/parse/index.ts";
import { resolveLink } from "../../src/resolve/link.ts";
import { createShelf } from "../../src/resolve/shelf.ts";
import { writePath } from "../../src/resolve/write.ts";
import { spellingsOf } from "../../src/since/spellings.ts";
import fc from "../property.ts";

test.each([
	["attention.pdf", ["attention.pdf"]],
	["Attention Is All You Need.pdf", ["Attention"]],
	["2024-GPT_4.pdf", ["2024-GPT"]],
	["README.md", ["README.md"]],
	["v1.0.2", ["v1.0.2"]],
	["LICENSE", ["LICENSE"]],
	[".github", [".github"]],
	["ab.md", ["ab.md"]],
	["C#.md", ["C"]],
	["a b.md", ["a"]],
	["50%.pdf", ["50"]],
	["x_y.pdf", ["x"]],
	["the-end", ["the-end"]],
	["c--d", ["c--d"]],
	["___.md", [""]],
	["第一章.md", ["第一章", "%E7%AC%AC%E4%B8%80%E7%AB%A0"]],
	["第 1 章.md", ["第", "%E7%AC%AC"]],
	["论文：综述.pdf", ["论文", "%E8%AE%BA%E6%96%87"]],
	["été.md", ["\u00E9", "%C3%A9", "e\u0301", "e%CC%81"]],
	["🙂.pdf", ["🙂", "%F0%9F%99%82"]],
])("%s is written with one of %j", (name, spellings) => {
	expect([...spellingsOf(name)].sort()).toEqual([...spellings].sort());
});

/** Escapes that a destination may have and that resolve to the same path. */
const writers: Readonly<Record<string, (path: string) => string>> = {
	"encoded where need be": (path) => writePath("", ".", path),
	"encoded throughout": (path) => writePath("%C3%A9%20", ".", path),
	"encoded in lower case": (path) =>
		writePath("%C3%A9%20", ".", path).replace(/%../g, (code) => code.toLowerCase()),
	"in angle brackets": (path) => `<${path.replace(/[\\<>%#?&]/g, (mark) => encodeURIComponent(mark))}>`,
	"with backslashes": (path) => writePath("", ".", path).replace(/[_()&~!$'*+,;=@[\]]/g, "\\$&"),
	"with character references": (path) => writePath("", ".", path).replaceAll("&", "&amp;"),
};

describe("a document that links a name", () => {
	const character = fc.oneof(
		{ weight: 4, arbitrary: fc.constantFrom(..."abzAZ09") },
		{ weight: 2, arbitrary: fc.constantFrom(..." -_.()[]&%#?+~!,'@=;") },
		{ weight: 2, arbitrary: fc.constantFrom(..."第章é：，　🙂ß", "e\u0301", "\u00A0") },
	);
	const name = fc
		.record({
			stem: fc.array(character, { minLength: 1, maxLength: 8 }).map((parts) => parts.join("")),
			extension: fc.constantFrom(".md", ".pdf", ".tar.gz", ""),
		})
		.map(({ stem, extension }) => stem + extension)
		// Destinations are trimmed, and two dots lead elsewhere.
		.filter((name) => name.trim() === name && !/^\.{1,2}$/.test(name));

	test.each(Object.entries(writers))("%s says one of its spellings", (_, write) => {
		let linked = 0;
		fc.assert(
			fc.property(name, (name) => {
				const text = `[a](${write(`x/${name}`)})\n`;
				const { links } = parseDocument({ path: "a.md", text, format: "markdown" });
				const shelf = createShelf([{ path: `x/${name}`, kind: "file", state: "present" }], {
					repository: "git",
					cwd: ".",
				});
				const [link] = links as [Link?];
				if (link === undefined || resolveLink(link, shelf).target.key !== `file:x/${name}`) return;
				linked += 1;
				const said = text.toLowerCase();
				expect(spellingsOf(name).some((spelling) => said.includes(spelling.toLowerCase()))).toBe(true);
			}),
			{ numRuns: 300 },
		);
		expect(linked).toBeGreaterThan(200);
	});
});
