import type { Reason, VerdictWord } from "../../src/model.ts";
import type { Host, Site } from "../wire/internet.ts";
import { byPath } from "./answers.ts";

/** One behaviour of the web, and what is right to say of a link that meets it. */
export interface Specimen {
	/** In kebab case; unique; the first label of its host. */
	readonly name: string;
	/** What a link points to; `/papers/attention` at its host unless stated. */
	readonly url?: string;
	/** The host `<name>.zoo.test`. */
	readonly site?: Site | Host;
	/** Further hosts that take part; several specimens share one by adding a path with its query to its name. */
	readonly others?: Readonly<Record<string, Site | Host>>;
	readonly expected: `${VerdictWord} ${Reason}`;
	/** How many requests may be spent, redirects, retries and probes included. */
	readonly requests: number;
}

export function hostOf({ name }: Specimen): string {
	return `${name}.zoo.test`;
}

export function urlOf(specimen: Specimen): string {
	return specimen.url ?? `https://${hostOf(specimen)}/papers/attention`;
}

/** Every host that takes part, by name. */
export function hostsOf(specimen: Specimen): Readonly<Record<string, Site | Host>> {
	const { site, others = {} } = specimen;
	return site === undefined ? others : { [hostOf(specimen)]: site, ...others };
}

/** Hosts by name; those that are given by paths become one site, which answers 404 elsewhere. */
export function housesOf(specimens: readonly Specimen[]): Readonly<Record<string, Site | Host>> {
	const hosts: Record<string, Site | Host> = {};
	const paths: Record<string, Record<string, Site>> = {};
	for (const [key, site] of specimens.flatMap((specimen) => Object.entries(hostsOf(specimen)))) {
		const [name = "", path] = splitHost(key);
		if (path === undefined) hosts[name] = site;
		else if (typeof site === "function") paths[name] = { ...paths[name], [path]: site };
	}
	for (const [name, sites] of Object.entries(paths)) hosts[name] = byPath(sites);
	return hosts;
}

/** A key of `others` as its name and its path, if it has one. */
export function splitHost(key: string): readonly [name: string, path?: string] {
	const slash = key.indexOf("/");
	return slash < 0 ? [key] : [key.slice(0, slash), key.slice(slash)];
}
