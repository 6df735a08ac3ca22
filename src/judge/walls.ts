import type { Signature } from "./signature.ts";

/** Statuses with which a wall turns a robot away. */
const refusal = [401, 403, 405, 406, 429, 503];

const wafw00f = "https://github.com/EnableSecurity/wafw00f";
/** No vendor documents these; checkers and scrapers keep meeting them. */
const reports = "seen in reports of other checkers";

/**
 * Walls between robots and pages. Behind one, the answer says nothing about the page. A vendor's name, cookie or script alone
 * proves nothing, since healthy sites send them too: a row needs what only the wall itself shows.
 */
export const walls: readonly Signature[] = [
	{
		name: "Cloudflare",
		source:
			"https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/",
		marks: [
			{ header: ["cf-mitigated", /^challenge$/] },
			{
				status: refusal,
				title:
					/^(Just a moment\.\.\.|(Attention Required!|Please Wait\.\.\.|Access denied) \| .*Cloudflare.*)$/,
			},
			// In other languages the title differs; the script's options do not.
			{ status: refusal, markup: /_cf_chl_opt/ },
			// 1005 to 1020: banned or limited by a rule of the site. The other numbers tell of a broken origin.
			{ status: refusal, text: /^error code: (100[5-9]|101[0-5]|1020|1106)$/ },
		],
	},
	{
		name: "AWS WAF",
		source:
			"https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html",
		marks: [
			{ header: ["x-amzn-waf-action", /^(challenge|captcha)$/] },
			{ status: [202, 403, 405], markup: /token\.awswaf\.com\/|captcha\.awswaf\.com\// },
		],
	},
	{
		name: "Vercel",
		source: "https://vercel.com/docs/vercel-firewall",
		marks: [
			{ header: ["x-vercel-mitigated", /^(challenge|deny)$/] },
			{ status: refusal, title: /^Vercel Security Checkpoint$/ },
		],
	},
	{
		name: "DataDome",
		source: "https://docs.datadome.co/docs/api-server",
		marks: [
			{ header: ["x-dd-b", /^\d/] },
			{ status: refusal, header: ["x-datadome", /^protected$/] },
			{ markup: /captcha-delivery\.com/ },
		],
	},
	{
		name: "LinkedIn",
		// The status is its own.
		source: reports,
		marks: [{ status: [999] }],
	},
	{
		name: "Kaggle",
		// Robots get 404 for pages that browsers show.
		source: reports,
		marks: [{ status: [404], url: /^https:\/\/www\.kaggle\.com\// }],
	},
	{
		name: "Akamai",
		source: reports,
		marks: [
			{ status: refusal, header: ["server", /^AkamaiGHost/i], text: /Reference\s?#\d/ },
			{ status: refusal, text: /Reference\s?#\d/, markup: /errors(\.|&#46;)edgesuite(\.|&#46;)net/ },
			{ markup: /sec-if-cpt-container|\/_sec\/cp_challenge\/|[?&]bm-verify=/ },
		],
	},
	{
		name: "Imperva",
		source: wafw00f,
		marks: [{ markup: /\/_Incapsula_Resource\?/ }, { text: /Incapsula incident ID: ?\d/ }],
	},
	{
		name: "HUMAN (PerimeterX)",
		source: wafw00f,
		marks: [{ status: refusal, markup: /_pxAppId|captcha\.px-c(dn|loud)\.net/ }],
	},
	{
		name: "Kasada",
		source: reports,
		marks: [{ status: refusal, markup: /\bKPSDK\b/ }],
	},
	{
		name: "Anubis",
		source: "https://anubis.techaro.lol/docs/design/how-anubis-works",
		marks: [
			{ markup: /id="?anubis_challenge\b/ },
			{ title: /^Making sure you(['’])re not a bot!$/, text: /\bAnubis\b/ },
		],
	},
	{
		name: "F5",
		source: wafw00f,
		marks: [
			{
				text: /^(.{0,80} )?The requested URL was rejected\. Please consult with your administrator\..{0,40}support ID/,
			},
			{ markup: /Please enable JavaScript to view the page content\.<br\/?>\s?Your support ID is/ },
		],
	},
	{
		name: "Alibaba Cloud WAF",
		source: reports,
		marks: [
			{ markup: /\bacw_sc__v[23]\b/ },
			{ status: refusal, markup: /errors\.aliyun\.com|aliyun_waf|由于您访问的URL有可能对网站造成安全威胁/ },
		],
	},
	{
		name: "WeChat",
		source: reports,
		marks: [
			{ url: /^https?:\/\/mp\.weixin\.qq\.com\/mp\/wappoc_appmsgcaptcha/ },
			{ text: /当前环境异常，完成验证后即可继续访问/ },
		],
	},
	{
		name: "Zhihu",
		source: reports,
		marks: [
			{ url: /^https?:\/\/www\.zhihu\.com\/account\/unhuman/ },
			{ status: refusal, text: /您当前请求存在异常|"code":\s?403[56]2\b/ },
			{ title: /^安全验证 - 知乎$/ },
		],
	},
	{
		name: "Baidu",
		source: reports,
		marks: [{ url: /^https?:\/\/wappass\.baidu\.com\// }, { title: /^百度安全验证$/ }],
	},
	{
		name: "a Chinese verification page",
		source: reports,
		marks: [
			{
				title:
					/^(安全验证|人机验证|环境异常|滑动验证|滑动验证页面|访问验证|访问过于频繁|验证码拦截|验证中心)$/,
			},
			{ text: /^.{0,60}(您?的?访问过于频繁|请完成(安全|人机|滑动)验证|请进行(安全|人机)验证)/ },
		],
	},
	{
		name: "Sucuri",
		source: wafw00f,
		marks: [
			{ status: refusal, title: /^Sucuri WebSite Firewall - Access Denied$/i },
			{ markup: /sucuri_cloudproxy_js/ },
		],
	},
	{
		name: "DDoS-Guard",
		source: reports,
		marks: [
			{ status: refusal, title: /^DDoS-Guard$/i },
			{
				status: refusal,
				header: ["server", /^ddos-guard$/i],
				markup: /\/\.well-known\/ddos-guard\/|check\.ddos-guard\.net/,
			},
		],
	},
	{
		name: "Qrator",
		source: reports,
		marks: [{ status: refusal, markup: /\/__qrator\// }],
	},
	{
		name: "StackPath",
		source: reports,
		// Healthy pages behind it load an image from the same path.
		marks: [{ markup: /\/sbbi\/\?sbbpg=sbbShell/ }],
	},
	{
		name: "Wordfence",
		source: wafw00f,
		marks: [
			{
				status: refusal,
				title:
					/^(Your access to this site has been limited( by the site owner)?|403 Forbidden - Wordfence.*)$/,
			},
			{ status: refusal, text: /Generated by Wordfence at/ },
		],
	},
	{
		name: "Fastly",
		source: reports,
		marks: [{ markup: /\/_fs-ch-\w/ }],
	},
	{
		name: "Google",
		source: "https://support.google.com/websearch/answer/86640",
		marks: [
			{ url: /^https?:\/\/(www|ipv[46])\.google\.[a-z.]+\/sorry\// },
			{ status: refusal, text: /Our systems have detected unusual traffic from your computer network/ },
		],
	},
	{
		name: "Reddit",
		source: reports,
		marks: [{ status: refusal, text: /blocked by network security|whoa there, pardner!/i }],
	},
	{
		name: "Amazon",
		source: reports,
		marks: [
			{ markup: /\/errors\/validateCaptcha/ },
			{ status: refusal, markup: /api-services-support@amazon\.com/ },
		],
	},
	{
		name: "Yandex",
		source: "https://yandex.cloud/en/docs/smartcaptcha/",
		marks: [{ url: /^https?:\/\/(?:[\w-]+\.)*yandex\.[a-z.]+\/showcaptcha/ }],
	},
	{
		name: "Radware",
		source: reports,
		marks: [
			{ url: /^https?:\/\/validate\.perfdrive\.com\// },
			{ title: /^Radware (Bot Manager )?(Captcha|Page|Block Page)/ },
		],
	},
	{
		name: "ModSecurity",
		source: wafw00f,
		marks: [{ status: refusal, text: /generated by Mod_Security/i }],
	},
	{
		name: "Imunify360",
		source: wafw00f,
		marks: [{ status: [...refusal, 415], text: /Imunify360 (bot-)?protection/i }, { markup: /\bwsidchk\b/ }],
	},
	{
		name: "SiteGround",
		source: reports,
		marks: [
			{ url: /^https?:\/\/[^/?#]+\/\.well-known\/(sg)?captcha\// },
			{ markup: /\/\.well-known\/sgcaptcha\// },
		],
	},
	{
		name: "Bunny Shield",
		source: reports,
		marks: [{ markup: /\/\.bunny-shield\// }],
	},
];
