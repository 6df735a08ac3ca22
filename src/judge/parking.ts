import type { Signature } from "./signature.ts";

/** What brokers put on the domains of others: scripts and frames of theirs that no real page loads. */
const landers =
	/(?:src|href)=["']?(?:https?:)?\/\/(?:[\w-]+\.)*(?:sedoparking\.com|parkingcrew\.net|bodis\.com|parklogic\.com|above\.com|parking-lander|domainsponsor\.com|dsparking\.com|skenzo\.com|smartname\.com|voodoo\.com|fabulous\.com|uniregistry\.com|parkweb\.co)\b/i;

/** Pages of domains that nobody uses: for sale, expired, or filled with a broker's advertisements. */
export const parking: readonly Signature[] = [
	{
		name: "a broker's advertisements",
		source: "https://github.com/intrigueio/intrigue-ident (its checks for parked pages)",
		marks: [
			{ markup: landers },
			{ text: /The Sponsored Listings displayed above are served automatically by a third party/ },
		],
	},
	{
		name: "GoDaddy",
		source: "seen in reports of other checkers",
		marks: [
			{ markup: /window\.location(?:\.href)?\s?=\s?["']\/lander\b/ },
			{ markup: /img1\.wsimg\.com\/parking-lander\// },
			{ text: /^(?:\S{1,80} ){0,4}This Web page is parked (for )?FREE, courtesy of /i },
		],
	},
	{
		name: "an offer of the domain",
		source: "brokers' sales pages",
		marks: [
			{
				title:
					/\b(domain( name)?|\.[a-z]{2,12}) (is|may be) for sale\b|^(buy|purchase) (this domain|[\w-]+\.[a-z]{2,12})\b/i,
				text: /\b(buy|offer|price|sale|inquire|inquiry|broker)\b/i,
			},
			{
				text: /^(?:\S{1,80} ){0,4}(this|the) (web ?address|domain( name)?)( [\w.-]{1,80})? (is|may be) (for sale|available for purchase)\b/i,
			},
			{
				text: /^(?:\S{1,80} ){0,4}(diese Domain (steht zum Verkauf|kaufen|ist zu verkaufen)|ce (nom de )?domaine est à vendre|este dominio está (en venta|à venda)|este domínio está à venda|questo dominio è in vendita|dit domein is te koop)/i,
			},
			{
				text: /^(?:\S{1,80} ){0,4}(этот домен прода[её]тся|домен прода[её]тся|ta domena jest na sprzedaż|域名出售|域名正在出售|本域名(可|正在)?出售|此域名可?出售|该域名正在出售|このドメインは(売りに出されて|販売中)|이 도메인은 판매)/i,
			},
		],
	},
	{
		name: "an expired domain",
		source: "registrars' holding pages",
		marks: [
			{
				text: /^(?:\S{1,80} ){0,4}(this|the) domain( name)?( [\w.-]{1,80})? (has (recently )?expired|is parked|has been registered and parked)\b/i,
			},
			{
				text: /^(?:\S{1,80} ){0,4}(该域名已过期|域名已过期|域名已到期|срок регистрации домена .{0,80}ист[её]к)/i,
			},
		],
	},
];

/** Sales pages of brokers: a verdict on the domain where another site redirects there. */
export const brokers: readonly Signature[] = [
	{
		name: "a broker's sales page",
		source: "the brokers' sites",
		marks: [
			{
				url: /^https?:\/\/(?:[\w-]+\.)*(?:(?:afternic|atom|buydomains|dan|domainmarket|efty|hugedomains|sedo|squadhelp|undeveloped)\.com|4\.cn)\//,
			},
			{
				url: /^https?:\/\/(?:[\w-]+\.)*godaddy\.com\/(?:[\w-]+\/)?(?:forsale|domainsearch|domain-auctions)\b/,
			},
		],
	},
];
