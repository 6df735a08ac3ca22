import { expect, test } from "vitest";
import { parseAvailability } from "../../src/hosts/wayback.ts";

const closest = {
	status: "200",
	available: true,
	url: "http://web.archive.org/web/20230327101112/http://gone.test:80/a?b=c",
	timestamp: "20230327101112",
};
const answer = (snapshot: object): string =>
	JSON.stringify({ url: "gone.test/a", archived_snapshots: { closest: snapshot } });
const copy = {
	url: "https://web.archive.org/web/20230327101112/http://gone.test:80/a?b=c",
	day: "2023-03-27",
};

test.each([
	["a copy, by https", answer(closest), copy],
	["a copy that is https already", answer({ ...closest, url: copy.url }), copy],
	["no copy", '{"url": "gone.test/a", "archived_snapshots": {}}', undefined],
	["a copy that cannot be shown", answer({ ...closest, available: false }), undefined],
	["a copy of an error", answer({ ...closest, status: "404" }), undefined],
	[
		"a copy somewhere else",
		answer({ ...closest, url: "https://web.archive.org.evil.test/web/1/a" }),
		undefined,
	],
	["a copy that is no web page", answer({ ...closest, url: "javascript:alert(1)" }), undefined],
	["a copy of no day", answer({ ...closest, timestamp: "lately" }), undefined],
	["another shape", '{"archived_snapshots": []}', undefined],
	["null", "null", undefined],
	["a page", "<!doctype html><title>Busy</title>", undefined],
	["nothing", "", undefined],
])("%s", (_, json, expected) => {
	expect(parseAvailability(json)).toEqual(expected);
});
