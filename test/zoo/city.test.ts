import { afterAll, expect, test } from "vitest";
import { reportOf } from "../run.ts";
import { makeFolder } from "../tree.ts";
import { type Host, Internet, type Site } from "../wire/internet.ts";
import { answer, healthy, html, page, redirect } from "./answers.ts";

/** A city of ordinary and troubled houses: 2,000 links, of which each trouble has one in twenty. */
const LINKS = 2000;
const SHARE = 20;
/** Hosts: one in twenty of these has each of the troubles that a whole host has. */
const HOSTS = 300;

/** The first request to each page meets one site, later ones another: what passes by itself. */
function onceEach(first: Site, then: Site): Site {
	const met = new Set<string>();
	return (request, response, count) => {
		const page = `${request.headers.host}${request.url}`;
		(met.has(page) ? then : first)(request, response, count);
		met.add(page);
	};
}

interface Trouble {
	readonly expected: string;
	readonly site: Site;
}

/** Troubles of single pages, by the word in their path. */
const ofPages: Readonly<Record<string, Trouble>> = {
	gone: { expected: "dead not-found", site: answer(404, html("Not Found", "404")) },
	moved: { expected: "moved permanent-redirect", site: redirect(301, "/attention/new-place") },
	later: { expected: "alive ok", site: onceEach(answer(503), healthy) },
	reset: {
		expected: "alive ok",
		site: onceEach((request) => void request.socket.destroy(), healthy),
	},
	silent: { expected: "unsure timeout", site: () => {} },
	robot: {
		expected: "alive ok",
		site: (request, response, count) => {
			const known = request.headers["user-agent"]?.startsWith("Mozilla/5.0") ?? false;
			(known ? healthy : answer(403))(request, response, count);
		},
	},
	wall: { expected: "unsure bot-wall", site: answer(403, "", { "cf-mitigated": "challenge" }) },
	missing: { expected: "dead soft-404", site: page("Page not found", "<h1>Page not found</h1>") },
};

/** Troubles of whole hosts. */
const ofHosts: Readonly<Record<string, { readonly expected: string; readonly host: Host }>> = {
	nowhere: { expected: "dead no-such-host", host: { addresses: "ENOTFOUND" } },
	expired: { expected: "dead tls", host: { certificate: { expired: true }, site: healthy } },
	deaf: { expected: "unsure timeout", host: { connection: "silent" } },
	shut: { expected: "dead refused", host: { connection: "refused" } },
	inner: { expected: "skipped private-address", host: { addresses: ["10.1.2.3"] } },
};

const house: Site = (request, response, count) => {
	const [, street = "", trouble = ""] = request.url?.split("/") ?? [];
	if (street !== "attention") answer(404, html("Not Found", "404"))(request, response, count);
	else (ofPages[trouble]?.site ?? healthy)(request, response, count);
};

function plan(): { hosts: Record<string, Host | Site>; links: { url: string; expected: string }[] } {
	const pageTroubles = Object.entries(ofPages);
	const hostTroubles = Object.entries(ofHosts);
	const names = Array.from({ length: HOSTS }, (_, i) => {
		const trouble = hostTroubles[i % SHARE];
		return { name: `${trouble?.[0] ?? "house"}-${i}.test`, trouble: trouble?.[1] };
	});
	const hosts = Object.fromEntries(names.map(({ name, trouble }) => [name, trouble?.host ?? house]));
	const links = Array.from({ length: LINKS }, (_, i) => {
		// Every host has a link; the rest goes to the first ones more than to the last, as in catalogues.
		const at = i < HOSTS ? i : Math.floor(HOSTS * ((i / LINKS) ** 3 * 0.999));
		const { name, trouble } = names[at] ?? { name: "", trouble: undefined };
		// A prime stride, so that page troubles do not fall on the same hosts.
		const [word, own] = pageTroubles[(i * 7) % SHARE] ?? ["paper", { expected: "alive ok" }];
		return { url: `https://${name}/attention/${word}/${i}`, expected: (trouble ?? own).expected };
	});
	return { hosts, links };
}

const { hosts, links } = plan();
const city = await Internet.open({ ...hosts, "example.com": healthy });
afterAll(() => city.close());

test("2,000 links over 300 hosts with one in twenty of each trouble: every verdict right, before the deadline", async () => {
	const cwd = makeFolder({ "city.md": links.map(({ url }) => `- [attention](${url})\n`).join("") });
	const flags = ["--timeout=3", "--deadline=110", "--concurrency=64"];
	const report = await reportOf(flags, { cwd, internet: city });
	expect(report.environment).toMatchObject({ online: true, incomplete: false });
	const wrong = report.links.flatMap(({ url, verdict, reason, evidence }, i) => {
		const expected = links[i]?.expected;
		return expected === `${verdict} ${reason}`
			? []
			: [`${url} ${expected} but ${verdict} ${reason} ${evidence}`];
	});
	expect(wrong).toEqual([]);
	// Every trouble is there as often as was meant.
	for (const trouble of Object.keys(ofPages)) {
		expect(links.filter(({ url }) => url.includes(`/${trouble}/`)).length).toBe(LINKS / SHARE);
	}
}, 120_000);
