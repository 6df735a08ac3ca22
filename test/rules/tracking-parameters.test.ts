import { expect, test } from "vitest";
import { trackingParameters } from "../../src/rules/tracking-parameters.ts";
import { shelfOf } from "../resolve/samples.ts";
import { otherEntries, type Seen, see } from "./samples.ts";

const shelf = { ...shelfOf("docs/a.md"), home: { host: "github.com", owner: "ada-l", name: "good-reads" } };

/** What is found in a catalogue that has this text beside ten entries. */
function seen(text: string): Seen[] {
	return see(trackingParameters, { text: text + otherEntries }, shelf).map((one) => ({
		...one,
		...(one.fixed === undefined ? {} : { fixed: one.fixed.slice(0, -otherEntries.length) }),
	}));
}

test.each([
	["<https://x.test/?utm_source=a>", "<https://x.test/>"],
	["<https://x.test/?utm_source=a&id=1>", "<https://x.test/?id=1>"],
	["<https://x.test/?id=1&utm_source=a#b?c>", "<https://x.test/?id=1#b?c>"],
	["<https://x.test/a%20b?q=%C3%A9&&x&fbclid=1&y=>", "<https://x.test/a%20b?q=%C3%A9&&x&y=>"],
	["<https://x.test/?a=1&utm_source=x&utm_medium=y&b=2>", "<https://x.test/?a=1&b=2>"],
	["[x](https://x.test/?a=1&amp;gclid=1&amp;b=2)", "[x](https://x.test/?a=1&amp;b=2)"],
	["[x](https://x.test/?a\\_b=1&utm\\_source=x)", "[x](https://x.test/?a\\_b=1)"],
	["[x](//x.test/?fbclid=1 'Title')", "[x](//x.test/ 'Title')"],
	['<a href="https://x.test/?a=1&#38;fbclid=1">x</a>', '<a href="https://x.test/?a=1">x</a>'],
])("%s", (text, fixed) => {
	expect(seen(text)).toMatchObject([{ fixed, safe: true }]);
});

test.each([
	"https://x.test/?utm_source=good-reads",
	"https://x.test/?utm_source=github&utm_campaign=GoodReads-list",
	"https://x.test/?utm_source=ada-l&utm_medium=web",
	"https://x.test/?utm_source=github&utm_medium=readme",
])("%s is the repository's own campaign", (url) => {
	expect(see(trackingParameters, { text: `<${url}>` }, shelf)).toEqual([]);
});

test("only a campaign can be one's own", () => {
	expect(seen("<https://x.test/?fbclid=good-reads>")).toHaveLength(1);
});

test("four links with one value are no campaign, five are", () => {
	const links = ["a", "b", "c", "d"].map((host) => `<https://${host}.test/?utm_source=mail>`);
	expect(seen(links.join(" "))).toHaveLength(4);
	const five = [...links, "<https://e.test/?utm_source=mail>"];
	expect(seen(five.join(" "))).toEqual([]);
});

test("what holds other characters than it shows is left to the author", () => {
	const [found] = seen("[x](https://x.test/?a=&eacute;&fbclid=1)");
	expect(found?.message).toContain("fbclid");
	expect(found?.fixed).toBeUndefined();
});
