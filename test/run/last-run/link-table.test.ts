import { expect, test } from "vitest";
import type { LinkReport } from "../../../src/model.ts";
import { decodeLinks, encodeLinks } from "../../../src/run/last-run/link-table.ts";

const link: LinkReport = {
	path: "a.md",
	line: 1,
	column: 2,
	endLine: 1,
	endColumn: 9,
	url: "b.md#c",
	text: "é \ud800 \u2028\n",
	kind: "link",
	verdict: "alive",
	reason: "present",
	attempts: 1,
};

test.each<[string, readonly LinkReport[]]>([
	["none", []],
	["one", [link]],
	["of one outcome", [link, { ...link, line: 2 }]],
	[
		"of several outcomes",
		[
			link,
			{
				...link,
				verdict: "dead",
				reason: "missing-file",
				evidence: "x",
				status: 404,
				finalUrl: "https://x.org/",
			},
			link,
			{ ...link, verdict: "dead", reason: "missing-file", evidence: "y" },
		],
	],
	["of several documents", [link, { ...link, path: "b.md" }, link]],
])("links, %s", (_, links) => {
	expect(decodeLinks(encodeLinks(links))).toEqual(links);
});
