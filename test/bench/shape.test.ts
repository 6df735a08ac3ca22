import { describe, expect, it } from "vitest";
import { drawHosts, type Fate } from "../../bench/shape.ts";

describe("drawHosts", () => {
	it.each([
		{ links: 534, hosts: 34, silence: false, single: 0 },
		{ links: 2_000, hosts: 1_031, silence: false, single: 820 },
	])("gives $links links to $hosts hosts, a third of them to one", ({ single, ...size }) => {
		const counts = drawHosts(size).map(({ pages }) => pages.length);
		expect(counts).toHaveLength(size.hosts);
		expect(counts.reduce((sum, count) => sum + count)).toBe(size.links);
		expect(counts[0]).toBe(Math.round(size.links / 3));
		expect(Math.max(...counts)).toBe(counts[0]);
		expect(Math.min(...counts)).toBeGreaterThan(0);
		expect(counts.filter((count) => count === 1).length).toBeGreaterThanOrEqual(single);
	});

	it("gives pages their fates by their shares", () => {
		const counts = new Map<Fate, number>();
		for (const { pages } of drawHosts({ links: 2_000, hosts: 1_031, silence: true })) {
			for (const { fate } of pages) counts.set(fate, (counts.get(fate) ?? 0) + 1);
		}
		expect(Object.fromEntries(counts)).toEqual({
			missing: 60,
			moved: 40,
			"busy once": 20,
			"reset once": 10,
			silent: 4,
			well: 1_866,
		});
	});

	it("gives each host an address and keeps its latency in every size", () => {
		const small = drawHosts({ links: 500, hosts: 258, silence: false });
		const large = drawHosts({ links: 2_000, hosts: 1_031, silence: false });
		expect(new Set(large.map(({ address }) => address)).size).toBe(1_031);
		const latencies = (hosts: typeof small) => hosts.slice(0, 258).map(({ latency }) => latency);
		expect(latencies(small)).toEqual(latencies(large));
	});

	it("draws half of the hosts below 120 ms", () => {
		const hosts = drawHosts({ links: 10_000, hosts: 5_155, silence: false });
		const quick = hosts.filter(({ latency }) => latency < 120).length / hosts.length;
		expect(quick).toBeCloseTo(0.5, 1);
	});
});
