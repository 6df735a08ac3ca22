import { expect, test } from "vitest";
import { htmlIds } from "../../src/parse/index.ts";

test.each<[string, string, string[]]>([
	["ids and names in their order", "<h1 id=a><A NAME='b' id=\"c\"></A></h1>", ["a", "b", "c"]],
	["character references", '<p id="a&amp;b&#x41;">', ["a&bA"]],
	["equal ids", "<p id=a><p id=a>", ["a", "a"]],
	["nothing in comments, scripts and text", "<!-- <p id=a> --><script>'<p id=b>'</script>id=c", []],
	["nothing in a tag that does not end", "<p id=a><p id=b", ["a"]],
])("finds %s", (_, html, ids) => {
	expect(htmlIds(html)).toEqual(ids);
});
