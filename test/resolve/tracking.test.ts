import { expect, test } from "vitest";
import { isTracking, withoutTracking } from "../../src/resolve/tracking.ts";

test.each([
	["utm_source", "a.org", true],
	["UTM_Anything", "a.org", true],
	["fbclid", "a.org", true],
	["si", "youtu.be", true],
	["si", "music.youtube.com", true],
	["si", "a.org", false],
	["si", "notyoutube.com", false],
	["utm", "a.org", false],
	["id", "a.org", false],
])("%s on %s: %s", (name, host, expected) => {
	expect(isTracking(name, host)).toBe(expected);
});

test.each([
	["", ""],
	["a=1", "a=1"],
	["utm_source=x", ""],
	["a=%20+&utm_source=x&b", "a=%20+&b"],
	["utm%5Fsource=x&a=1", "a=1"],
	["a=utm_source", "a=utm_source"],
])("%s without tracking is %s", (query, expected) => {
	expect(withoutTracking(query, "a.org")).toBe(expected);
});
