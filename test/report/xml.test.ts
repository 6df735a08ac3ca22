import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { type Element, renderXml } from "../../src/report/xml.ts";
import fc from "../property.ts";
import { anyText } from "./hostile.ts";

test("elements with elements, with a text, with nothing", () => {
	const root: Element = {
		name: "a",
		attributes: { x: 1, y: '<"&>', z: undefined },
		content: [
			{ name: "b", content: "1 < 2 ]]>" },
			{ name: "c", content: [{ name: "d", content: [] }] },
		],
	};
	expect(renderXml(root)).toBe(
		`<?xml version="1.0" encoding="UTF-8"?>
<a x="1" y="&lt;&quot;&amp;&gt;">
	<b>1 &lt; 2 ]]&gt;</b>
	<c>
		<d/>
	</c>
</a>
`,
	);
});

test("any text comes back, but for what XML cannot hold", () => {
	fc.assert(
		fc.property(anyText, (foreign) => {
			const read: string[] = [];
			const parser = new SaxesParser();
			parser.on("error", (error) => {
				throw error;
			});
			parser.on("text", (text) => read.push(text));
			parser.write(renderXml({ name: "a", content: `x${foreign}` })).close();
			const held = [...foreign].filter((c) => !/[\0-\x08\v\f\x0e-\x1f\ud800-\udfff\ufffe\uffff]/u.test(c));
			// Readers make one line feed of every kind of line break.
			expect(read.join("")).toBe(`\nx${held.join("").replace(/\r\n?/g, "\n")}\n`);
		}),
	);
});
