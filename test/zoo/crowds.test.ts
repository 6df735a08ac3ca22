import { expect, onTestFinished, test } from "vitest";
import type { Host, Site } from "../wire/internet.ts";
import { answer, healthy } from "./answers.ts";
import type { Specimen } from "./specimen.ts";
import { fromSource, Zoo } from "./visit.ts";

/** What a strict host saw. */
interface Load {
	/** Requests that it refused. */
	refused: number;
	/** The same, of those that were sent after its first refusal had gone out. */
	refusedLater: number;
}

/** A host that answers two at once and ten in a second, takes a moment for each, and refuses more with 429. */
function strictHost(): { readonly site: Site; readonly load: Load } {
	const load: Load = { refused: 0, refusedLater: 0 };
	const accepted: number[] = [];
	let busy = 0;
	let told = false;
	const site: Site = (request, response, count) => {
		const at = performance.now();
		const welcome = busy < 2 && accepted.filter((time) => at - time < 1000).length < 10;
		if (welcome) accepted.push(at);
		else {
			load.refused += 1;
			if (told) load.refusedLater += 1;
		}
		busy += 1;
		// Long enough for the first burst to arrive together.
		setTimeout(() => {
			busy -= 1;
			told ||= !welcome;
			(welcome ? healthy : answer(429))(request, response, count);
		}, 250);
	};
	return { site, load };
}

function link(host: string, number: number, expected: Specimen["expected"] = "alive ok"): Specimen {
	const url = `http://${host}.zoo.test/papers/attention-${number}`;
	return { name: `${host}-${number}`, url, expected, requests: 11 };
}

const links = (host: string, count: number): Specimen[] =>
	Array.from({ length: count }, (_, i) => link(host, i + 1));

async function visit(
	specimens: readonly Specimen[],
	others: Record<string, Site | Host>,
): Promise<{ readonly zoo: Zoo; readonly wrong: readonly string[]; readonly spent: readonly number[] }> {
	const zoo = await Zoo.open([{ name: "hosts", others, expected: "alive ok", requests: 0 }]);
	onTestFinished(() => zoo.close());
	const { sightings } = await zoo.visit(specimens, fromSource);
	const wrong = sightings.filter(({ specimen, got }) => got !== specimen.expected);
	return {
		zoo,
		wrong: wrong.map(({ specimen, got }) => `${specimen.name}: ${got}`),
		spent: sightings.map(({ spent }) => spent),
	};
}

test("thirty links to a host that allows two at once and ten in a second are all alive", async () => {
	const { site, load } = strictHost();
	const { wrong } = await visit(links("strict", 30), { "strict.zoo.test": site });
	expect(wrong).toEqual([]);
	expect(load.refused).toBeGreaterThan(0);
	expect(load.refusedLater).toBe(0);
});

test("a host that refuses everything slows no other host", async () => {
	const { zoo, wrong, spent } = await visit(
		[
			...links("busy", 5).map((one) => ({ ...one, expected: "unsure rate-limited" as const })),
			...links("free", 20),
		],
		{ "busy.zoo.test": answer(429, "", { "retry-after": "60" }), "free.zoo.test": healthy },
	);
	expect(wrong).toEqual([]);
	expect(spent.slice(5)).toEqual(Array(20).fill(1));
	expect(zoo.internet.count("free.zoo.test")).toBe(20);
});

test("links that never answer are asked twice and hold back nothing else", async () => {
	const silent = Array.from({ length: 30 }, (_, i) => link(`silent-${i}`, 1, "unsure timeout"));
	const hosts = Object.fromEntries(
		silent.map((_, i) => [`silent-${i}.zoo.test`, { connection: "silent" } as const]),
	);
	const { wrong, spent } = await visit([...silent, ...links("free", 20)], {
		...hosts,
		"free.zoo.test": healthy,
	});
	expect(wrong).toEqual([]);
	expect(spent).toEqual([...Array(30).fill(2), ...Array(20).fill(1)]);
});
