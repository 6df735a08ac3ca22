/**
 * Parameters that tell a site where a reader came from and change nothing of what is shown. In lower case; all that begin with
 * `utm_` are among them.
 * Sources: https://github.com/brave/brave-browser/wiki/Query-String-Filter,
 * https://searchfox.org/mozilla-central/source/toolkit/components/antitracking/data/StripOnShare.json,
 * https://docs.clearurls.xyz/latest/specs/rules/
 */
const everywhere: ReadonlySet<string> = new Set([
	"fbclid",
	"gclid",
	"gclsrc",
	"dclid",
	"gbraid",
	"wbraid",
	"msclkid",
	"yclid",
	"ysclid",
	"twclid",
	"ttclid",
	"igsh",
	"igshid",
	"li_fat_id",
	"mc_cid",
	"mc_eid",
	"mkt_tok",
	"vero_id",
	"oly_anon_id",
	"oly_enc_id",
	"rb_clickid",
	"wickedid",
	"_hsenc",
	"_hsmi",
	"__hssc",
	"__hstc",
	"__hsfp",
	"hsctatracking",
	"_openstat",
	"spm",
]);

/** Those whose names mean something else on other sites, by the site's domain. */
const onSites: readonly (readonly [site: string, names: readonly string[]])[] = Object.entries({
	"bilibili.com": [
		"spm_id_from",
		"vd_source",
		"share_source",
		"share_medium",
		"share_plat",
		"share_session_id",
	],
	"csdn.net": ["ops_request_misc", "request_id", "biz_id"],
	"linkedin.com": ["trk", "trackingid", "lipi", "rcm"],
	"open.spotify.com": ["si"],
	"reddit.com": ["share_id", "rdt"],
	"twitter.com": ["s", "t", "ref_src", "ref_url"],
	"x.com": ["s", "t", "ref_src", "ref_url"],
	"youtube.com": ["si", "feature", "pp", "ab_channel"],
	"youtu.be": ["si", "feature"],
});

/** Whether a parameter, by its decoded name, only tracks on this host. */
export function isTracking(name: string, hostname: string): boolean {
	const lower = name.toLowerCase();
	if (everywhere.has(lower) || lower.startsWith("utm_")) return true;
	return onSites.some(
		([site, names]) => names.includes(lower) && (hostname === site || hostname.endsWith(`.${site}`)),
	);
}

/** A query without its tracking parameters, all else byte for byte; without `?` on either side. */
export function withoutTracking(query: string, hostname: string): string {
	if (query === "") return query;
	return query
		.split("&")
		.filter((pair) => pair !== "" && !isTracking(nameOf(pair), hostname))
		.join("&");
}

function nameOf(pair: string): string {
	const [name = ""] = new URLSearchParams(pair).keys();
	return name;
}
