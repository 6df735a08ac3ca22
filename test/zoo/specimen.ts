import type { Reason, VerdictWord } from "../../src/model.ts";
import type { Host, Site } from "../wire/internet.ts";

/** One behaviour of the web, and what is right to say of a link that meets it. */
export interface Specimen {
	/** In kebab case; unique; the first label of its host. */
	readonly name: string;
	/** What a link points to; `/papers/attention` at its host unless stated. */
	readonly url?: string;
	/** The host `<name>.test`. */
	readonly site?: Site | Host;
	/** Further hosts that take part. */
	readonly others?: Readonly<Record<string, Site | Host>>;
	readonly expected: `${VerdictWord} ${Reason}`;
	/** How many requests may be spent, redirects, retries and probes included. */
	readonly requests: number;
}

export function hostOf({ name }: Specimen): string {
	return `${name}.test`;
}

export function urlOf(specimen: Specimen): string {
	return specimen.url ?? `https://${hostOf(specimen)}/papers/attention`;
}

/** Every host that takes part, by name. */
export function hostsOf(specimen: Specimen): Readonly<Record<string, Site | Host>> {
	const { site, others = {} } = specimen;
	return site === undefined ? others : { [hostOf(specimen)]: site, ...others };
}
