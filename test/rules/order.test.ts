import { expect, test } from "vitest";
import { order } from "../../src/rules/order.ts";
import { sortingOf } from "../../src/rules/sequence.ts";
import fc from "../property.ts";
import { shelfOf } from "../resolve/samples.ts";
import { see } from "./samples.ts";

const item = (title: string): string => `- [${title}](https://${title.toLowerCase()}.example.org/)`;
const fixed = (text: string): (string | undefined)[] =>
	see(order, { text }, shelfOf()).map((seen) => seen.fixed);
const sorted = ["Ada", "Bea", "Cid", "Dan", "Eva", "Fay", "Gus", "Hal", "Ida", "Jon"].map(item);
const without = (title: string): string[] => sorted.filter((line) => line !== item(title));

test.each<[why: string, text: string, fixed: string]>([
	["up", [...without("Bea"), item("Bea")].join("\n"), sorted.join("\n")],
	["down", [item("Ada"), item("Ida"), ...without("Ida").slice(1)].join("\n"), sorted.join("\n")],
	["to the end", [item("Ada"), item("Jon"), ...without("Jon").slice(1)].join("\n"), sorted.join("\n")],
	["with blank lines between", [...without("Bea"), item("Bea")].join("\n\n"), sorted.join("\n\n")],
	[
		"with the line ends of Windows",
		[...without("Bea"), item("Bea"), ""].join("\r\n"),
		`${sorted.join("\r\n")}\r\n`,
	],
	[
		"with what is nested in it",
		[...without("Bea"), `${item("Bea")}\n  - [Code](https://code.test/)`].join("\n"),
		sorted.join("\n").replace(item("Bea"), `${item("Bea")}\n  - [Code](https://code.test/)`),
	],
	[
		"inside a quote",
		[...without("Bea"), item("Bea")].map((line) => `> ${line}`).join("\n"),
		sorted.map((line) => `> ${line}`).join("\n"),
	],
])("an item moves %s", (_, text, expected) => {
	expect(fixed(text)).toEqual([expected]);
});

test("what is pinned on top stays there", () => {
	const rest = [...without("Bea"), item("Bea")];
	expect(fixed([item("Zed"), ...rest].join("\n"))).toEqual([]);
	const long = [..."klmnopqrst"].map((letter) => item(`${letter}x`));
	const pinned = [item("Zed"), ...without("Bea"), item("Bea"), ...long].join("\n");
	expect(fixed(pinned)).toEqual([[item("Zed"), ...sorted, ...long].join("\n")]);
});

const titles = fc.array(fc.constantFrom("a", "B", "c", "c++", "10", "9", "é", "zz"), { maxLength: 12 });

test("the titles that stay are in order, and no more could", () => {
	fc.assert(
		fc.property(titles, (list) => {
			const { sorted: count, outliers } = sortingOf(list);
			expect(count + outliers.length).toBeLessThanOrEqual(list.length);
			if (list.length > 0) expect(count).toBeGreaterThan(0);
			for (const { at, after, before } of outliers) {
				expect([after, before]).not.toContain(at);
				if (after !== undefined && before !== undefined) expect(after).toBeLessThan(before);
			}
		}),
	);
});

test("a sorted list is in order, whatever its length", () => {
	const list = Array.from({ length: 20_000 }, (_, number) => `Title ${number}`);
	expect(sortingOf(list)).toEqual({ sorted: 20_000, outliers: [] });
});
