import { describe, expect, it } from "vitest";
import { lowerBound } from "../../bench/bound.ts";
import type { Fate, Host } from "../../bench/shape.ts";

const limits = { perHost: 2, inAll: 3, timeout: 5_000 };

function host(latency: number, fates: readonly Fate[], most = Number.POSITIVE_INFINITY): Host {
	return { address: "127.1.0.0", latency, most, pages: fates.map((fate, n) => ({ path: `/${n}`, fate })) };
}

describe("lowerBound", () => {
	it.each<[name: string, hosts: Host[], seconds: number]>([
		["one page", [host(100, ["well"])], 0.1],
		["a page that takes two requests", [host(100, ["moved"])], 0.2],
		["the limit of a host", [host(100, ["well", "well", "missing", "well"])], 0.2],
		["what a host itself allows", [host(100, ["well", "well", "well", "well"], 1)], 0.4],
		["a page that never answers", [host(100, ["well", "silent"])], 5],
		["the slowest host", [host(100, ["well"]), host(700, ["well"])], 0.7],
		["the limit in all", Array.from({ length: 9 }, () => host(100, ["well"])), 0.3],
	])("is set by %s", (_, hosts, seconds) => {
		expect(lowerBound(hosts, limits)).toBeCloseTo(seconds);
	});
});
