import { expect, test } from "vitest";
import { applyEdits } from "../../src/fix/apply.ts";
import fc from "../property.ts";
import { edit } from "./edits.ts";

const text = "0123456789";

type Row = readonly [start: number, end: number, replacement: string];

test.each<[string, readonly Row[], string, readonly Row[]]>([
	["nothing", [], text, []],
	[
		"in any order",
		[
			[6, 7, "f"],
			[1, 2, "a"],
		],
		"0a2345f789",
		[],
	],
	[
		"neighbours",
		[
			[1, 2, "a"],
			[2, 3, "b"],
		],
		"0ab3456789",
		[],
	],
	[
		"an insertion before what is replaced",
		[
			[2, 2, "+"],
			[0, 2, "ab"],
		],
		"ab+23456789",
		[],
	],
	["a deletion", [[3, 8, ""]], "01289", []],
	[
		"the first of two that overlap",
		[
			[2, 5, "b"],
			[1, 3, "a"],
		],
		"0a3456789",
		[[2, 5, "b"]],
	],
	[
		"the longest of two that begin together",
		[
			[1, 2, "a"],
			[1, 4, "b"],
		],
		"0b456789",
		[[1, 2, "a"]],
	],
	[
		"one of two insertions in one place",
		[
			[1, 1, "a"],
			[1, 1, "b"],
		],
		"0a123456789",
		[[1, 1, "b"]],
	],
	[
		"what two rules ask for once",
		[
			[1, 2, "a"],
			[1, 2, "a"],
		],
		"0a23456789",
		[],
	],
	["nothing that is there already", [[1, 2, "1"]], text, []],
	[
		"at the ends",
		[
			[0, 0, "<"],
			[10, 10, ">"],
		],
		"<0123456789>",
		[],
	],
])("applies %s", (_, rows, edited, deferred) => {
	const suggestions = rows.map((row) => edit(text, ...row));
	const result = applyEdits(text, suggestions);
	expect(result.text).toBe(edited);
	expect(result.deferred).toEqual(deferred.map((row) => edit(text, ...row)));
});

const anyEdit = fc
	.tuple(fc.nat(10), fc.nat(10), fc.constantFrom("", "a", "bc"))
	.map(([a, b, replacement]) => edit(text, Math.min(a, b), Math.max(a, b), replacement));

test("what no edit touches stays, and what is deferred can follow in a later pass", () => {
	fc.assert(
		fc.property(fc.array(anyEdit), (suggestions) => {
			const { text: edited, applied, deferred } = applyEdits(text, suggestions);
			let left = edited;
			let done = 0;
			for (const { span, text: replacement } of applied) {
				const kept = text.slice(done, span.start.offset);
				expect(left.startsWith(kept + replacement)).toBe(true);
				left = left.slice(kept.length + replacement.length);
				done = span.end.offset;
			}
			expect(left).toBe(text.slice(done));
			expect(deferred.length === 0 || applied.length > 0).toBe(true);
		}),
	);
});
