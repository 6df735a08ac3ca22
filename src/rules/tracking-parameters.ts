import type { Link, ParsedDocument } from "../model.ts";
import { isCatalogue } from "../parse/catalogue.ts";
import type { Home } from "../resolve/home.ts";
import { isTracking } from "../resolve/tracking.ts";
import { countBy } from "./habit.ts";
import type { Rule } from "./rule.ts";

type TrackingParameters = {
	readonly url: string;
	/** Names, as written, with commas between. */
	readonly parameters: string;
};

/** So many links with one value are a campaign: nobody copies the same trace five times. */
const CAMPAIGN_LINKS = 5;

/** Names of repositories and owners shorter than this are part of too many words. */
const MIN_NAME = 3;

/** A link with parameters that only tell where its reader came from. */
export const trackingParameters: Rule<TrackingParameters> = {
	id: "tracking-parameters",
	summary: "a link with parameters that only track where its reader came from",
	severity: "warning",
	confidence: "high",
	offline: true,
	byHabit: true,
	*find({ documents, home }) {
		const isCampaign = campaignsIn(documents, home);
		for (const { document, links } of documents.filter(isCatalogue)) {
			for (const link of links) {
				const { path, span, url } = link;
				const tracking = pairsOf(link).filter(({ tracks }) => tracks);
				if (tracking.length === 0 || tracking.some(isCampaign)) continue;
				const data = { url, parameters: tracking.map(({ name }) => name).join(", ") };
				const text = withoutTracking(document.text.slice(span.start.offset, span.end.offset), link);
				yield { path, span, data, ...(text === undefined ? {} : { suggestion: { span, text, safe: true } }) };
			}
		}
	},
	word: ({ url, parameters }) => ({
		message: `${url} carries the trace of who copied it: ${parameters}`,
		help: "Delete these parameters: the page is the same without them.",
	}),
};

interface Pair {
	readonly name: string;
	readonly value: string;
	readonly tracks: boolean;
}

function pairsOf({ url }: Link): readonly Pair[] {
	if (!url.includes("?") || !/^(https?:)?\/\/[^?#]*\?/i.test(url)) return none;
	const absolute = url.startsWith("//") ? `https:${url}` : url;
	if (!URL.canParse(absolute)) return none;
	const { search, hostname } = new URL(absolute);
	return search
		.slice(1)
		.split("&")
		.map((pair) => {
			const [[name, value] = ["", ""]] = new URLSearchParams(pair);
			return { name, value, tracks: isTracking(name, hostname) };
		});
}

/** What nearly all links have. */
const none: readonly Pair[] = [];

/** Whether a pair belongs to a campaign of these documents: its value names the repository or a README, or recurs. */
function campaignsIn(documents: readonly ParsedDocument[], home: Home | undefined): (pair: Pair) => boolean {
	const pairs = documents.flatMap(({ links }) => links.flatMap(pairsOf)).filter(isCampaignPair);
	const counts = countBy(pairs, ({ name, value }) => `${name}=${value}`);
	const own = [home?.owner ?? "", home?.name ?? "", "readme"]
		.map(letters)
		.filter(({ length }) => length >= MIN_NAME);
	return (pair) =>
		isCampaignPair(pair) &&
		((counts.get(`${pair.name}=${pair.value}`) ?? 0) >= CAMPAIGN_LINKS ||
			own.some((name) => letters(pair.value).includes(name)));
}

function isCampaignPair({ name }: Pair): boolean {
	return /^utm_/i.test(name);
}

function letters(name: string): string {
	return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A destination as it is written, without its tracking pairs: `&` may be `&amp;` there, and escapes may hide another. */
function withoutTracking(written: string, link: Link): string | undefined {
	const pairs = pairsOf(link);
	const [, before = "", query = "", after = ""] = /^([^?#]*)\?((?:[^#]|(?<=&)#)*)(.*)$/s.exec(written) ?? [];
	// A `#` after `&` is part of a character reference. Even parts are pairs, each odd one is the separator after it.
	const parts = query.split(/(&(?:amp;|#38;|#x26;)?)/i);
	if (parts.length !== pairs.length * 2 - 1) return undefined;
	const kept = pairs.flatMap(({ tracks }, at) => (tracks ? [] : [at]));
	const text = kept.map((at, n) => (n === 0 ? "" : parts[at * 2 - 1]) + (parts[at * 2] ?? "")).join("");
	return before + (text === "" ? "" : `?${text}`) + after;
}
