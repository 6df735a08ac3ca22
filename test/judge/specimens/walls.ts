import { article, html, type Specimens } from "../answers.ts";

export const walls: Readonly<Record<string, Specimens>> = {
	Cloudflare: {
		catches: [
			{ status: 403, headers: { "cf-mitigated": "challenge", server: "cloudflare" } },
			{ status: 503, body: html("Just a moment...", "Checking your browser") },
			{ status: 403, body: html("Attention Required! | Cloudflare", "Sorry, you have been blocked") },
			{ status: 403, body: html("Access denied | example.org used Cloudflare to restrict access", "") },
			{ status: 403, body: html("请稍候…", "<script>window._cf_chl_opt = {cvId: '3'}</script>") },
			{ status: 403, body: "error code: 1020", headers: { "content-type": "text/plain" } },
		],
		spares: [
			{ headers: { server: "cloudflare" }, body: html("Some page", article) },
			{ body: html("Just a moment...", article) },
			{
				status: 403,
				headers: { server: "cloudflare" },
				body: html("403 Forbidden", "nginx"),
				reason: "forbidden",
			},
			{ status: 530, body: "error code: 1016", reason: "server-error" },
		],
	},
	"AWS WAF": {
		catches: [
			{ status: 202, headers: { "x-amzn-waf-action": "challenge" } },
			{ status: 405, headers: { "x-amzn-waf-action": "captcha" } },
			{ status: 202, body: html("", '<script src="https://a.b.token.awswaf.com/a/challenge.js"></script>') },
		],
		spares: [
			{
				body: html(
					"Some page",
					`<script src="https://a.b.token.awswaf.com/a/challenge.js"></script>${article}`,
				),
			},
			{
				status: 403,
				headers: { server: "awselb/2.0" },
				body: html("403 Forbidden", ""),
				reason: "forbidden",
			},
		],
	},
	Vercel: {
		catches: [
			{ status: 429, headers: { "x-vercel-mitigated": "challenge", server: "Vercel" } },
			{ status: 403, headers: { "x-vercel-mitigated": "deny" } },
			{ status: 429, body: html("Vercel Security Checkpoint", "We're verifying your browser") },
		],
		spares: [
			{
				headers: { server: "Vercel" },
				body: html("Vercel Security Checkpoint explained, some page", article),
			},
		],
	},
	DataDome: {
		catches: [
			{ status: 403, headers: { "x-dd-b": "1" } },
			{ status: 403, headers: { "x-datadome": "protected" } },
			{
				status: 403,
				body: html("example.org", '<script src="https://ct.captcha-delivery.com/c.js"></script>'),
			},
			{ status: 403, body: '{"url":"https://geo.captcha-delivery.com/captcha/?initialCid=A"}' },
		],
		spares: [
			{ headers: { "x-datadome": "protected" }, body: html("Some page", article) },
			{ body: html("Some page", '<script src="https://js.datadome.co/tags.js"></script>Hello') },
		],
	},
	LinkedIn: {
		catches: [{ status: 999 }],
		spares: [{ status: 200, body: html("Some page", "LinkedIn answers robots with 999.") }],
	},
	Kaggle: {
		catches: [{ url: "https://www.kaggle.com/datasets/a/b", status: 404 }],
		spares: [{ url: "https://kaggle.example/datasets/a/b", status: 404, reason: "not-found" }],
	},
	Akamai: {
		catches: [
			{
				status: 403,
				headers: { server: "AkamaiGHost" },
				body: html(
					"Access Denied",
					"You don't have permission to access this. Reference #18.2d351ab8.1557333295.a4e16ab",
				),
			},
			{
				status: 403,
				body: html(
					"Access Denied",
					"Reference&#32;&#35;18&#46;2d https&#58;&#47;&#47;errors&#46;edgesuite&#46;net",
				),
			},
			{ body: html("", '<div id="sec-if-cpt-container"></div>') },
		],
		spares: [
			{ headers: { server: "AkamaiGHost" }, body: html("Some page", "Reference #18 of our notes") },
			{
				status: 404,
				headers: { server: "AkamaiGHost" },
				body: html("Not found", "Reference #18.2d"),
				reason: "not-found",
			},
		],
	},
	Imperva: {
		catches: [
			{ body: html("", '<iframe src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=9"></iframe>') },
			{ status: 403, body: html("", "Request unsuccessful. Incapsula incident ID: 877000370067155") },
		],
		spares: [
			{ body: html("Some page", `<script src="/_Incapsula_Resource?SWJIYLWA=1"></script>${article}`) },
		],
	},
	"HUMAN (PerimeterX)": {
		catches: [
			{
				status: 403,
				body: html("Access to this page has been denied", "<script>window._pxAppId='PX1'</script>"),
			},
		],
		spares: [{ body: html("Some page", "<script>window._pxAppId='PX1'</script>Hello") }],
	},
	Kasada: {
		catches: [{ status: 429, body: html("", "<script>window.KPSDK={};</script>") }],
		spares: [{ body: html("Some page", "How KPSDK works") }],
	},
	Anubis: {
		catches: [
			{ body: html("Oh noes", '<script id="anubis_challenge" type="application/json">{}</script>') },
			{ body: html("Making sure you&#39;re not a bot!", "Loading... Protected by Anubis from Techaro") },
		],
		spares: [{ body: html("Making sure you're not a bot!", `Anubis is a wall. ${article}`) }],
	},
	F5: {
		catches: [
			{
				body: html(
					"Request Rejected",
					"The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 15072",
				),
			},
			{
				body: html(
					"",
					"<noscript>Please enable JavaScript to view the page content.<br/>Your support ID is: 1.</noscript>",
				),
			},
		],
		spares: [
			{
				body: html(
					"Some page: request rejected",
					`The requested URL was rejected. Please consult with your administrator. ${article}`,
				),
			},
		],
	},
	"Alibaba Cloud WAF": {
		catches: [
			{ body: html("", "<script>var arg1='A';setCookie('acw_sc__v2', x)</script>") },
			{ status: 405, body: html("405", "很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。") },
		],
		spares: [{ headers: { server: "Tengine" }, body: html("Some page", "hello") }],
	},
	WeChat: {
		catches: [
			{ body: html("", "环境异常 当前环境异常，完成验证后即可继续访问。 去验证") },
			{ url: "https://mp.weixin.qq.com/mp/wappoc_appmsgcaptcha?poc_token=H" },
		],
		spares: [{ body: html("微信环境异常的解决办法", "怎么办？") }],
	},
	Zhihu: {
		catches: [
			{ url: "https://www.zhihu.com/account/unhuman?type=unhuman", body: html("安全验证 - 知乎", "") },
			{ status: 403, body: '{"error":{"message":"您当前请求存在异常，暂时限制本次访问。","code":40362}}' },
			{ body: html("安全验证 - 知乎", "") },
		],
		spares: [{ status: 403, body: html("403", "知乎"), reason: "forbidden" }],
	},
	Baidu: {
		catches: [
			{ url: "https://wappass.baidu.com/static/captcha/tuxing.html" },
			{ body: html("百度安全验证", "网络不给力，请稍后重试") },
		],
		spares: [{ body: html("百度安全验证怎么关闭_百度知道", "一个问题") }],
	},
	"a Chinese verification page": {
		catches: [
			{ body: html("人机验证", "请拖动滑块") },
			{ body: html("提示", "您的访问过于频繁，请稍后再试") },
		],
		spares: [
			{ body: html("人机验证的原理 - 维基百科", "人机验证是一种测试。") },
			{ body: html("常见问题", `${"这是一份说明。".repeat(20)}访问过于频繁时怎么办`) },
		],
	},
	Sucuri: {
		catches: [
			{ status: 403, body: html("Sucuri WebSite Firewall - Access Denied", "Block ID: XSS") },
			{ body: html("You are being redirected...", "<script>/*sucuri_cloudproxy_js*/</script>") },
		],
		spares: [{ headers: { server: "Sucuri/Cloudproxy" }, body: html("Some page", "hello") }],
	},
	"DDoS-Guard": {
		catches: [
			{ status: 403, body: html("DDoS-Guard", "Checking your browser") },
			{
				status: 403,
				headers: { server: "ddos-guard" },
				body: html("", '<script src="/.well-known/ddos-guard/check"></script>'),
			},
		],
		spares: [{ headers: { server: "ddos-guard" }, body: html("DDoS-Guard: some page", "hello") }],
	},
	Qrator: {
		catches: [{ status: 401, body: html("HTTP 401", '<script src="/__qrator/qauth_utm_v2.js"></script>') }],
		spares: [
			{
				headers: { server: "QRATOR" },
				body: html("Some page", '<script src="/__qrator/qauth.js"></script>'),
			},
		],
	},
	StackPath: {
		catches: [
			{ body: html("Site verification", '<script src="https://example.org/sbbi/?sbbpg=sbbShell"></script>') },
		],
		spares: [
			{ body: html("Some page", '<img src="/sbbi/?sbbpg=utMedia&vii=fh4">hello') },
			{ headers: { server: "StackPath" }, body: html("Some page", "hello") },
		],
	},
	Wordfence: {
		catches: [
			{
				status: 503,
				body: html("Your access to this site has been limited by the site owner", "Block Reason"),
			},
			{ status: 403, body: html("Blocked", "Generated by Wordfence at Mon, 2 Nov 2026") },
		],
		spares: [{ body: html("Some page", "How to stay safe. Generated by Wordfence at noon") }],
	},
	Fastly: {
		catches: [
			{ body: html("Client Challenge", '<script src="/_fs-ch-1T1wmsGaOgGaSxcX/script.js"></script>') },
		],
		spares: [
			{ headers: { via: "1.1 varnish" }, body: html("Client Challenge of the year: some page", "hello") },
		],
	},
	Google: {
		catches: [
			{ url: "https://www.google.com/sorry/index?continue=x", status: 429 },
			{
				status: 429,
				body: html("Sorry...", "Our systems have detected unusual traffic from your computer network."),
			},
		],
		spares: [
			{ url: "https://sorry.example/sorry/", body: html("Sorry, a song", article), reason: "redirected" },
			{
				body: html(
					"Some page",
					"“Our systems have detected unusual traffic from your computer network”, what now?",
				),
			},
		],
	},
	Reddit: {
		catches: [
			{ status: 403, body: html("Blocked", "You've been blocked by network security.") },
			{ status: 429, body: html("Too Many Requests", "whoa there, pardner!") },
		],
		spares: [{ body: html("Some page", "Whoa there, pardner! A western.") }],
	},
	Amazon: {
		catches: [
			{
				body: html(
					"Amazon.com",
					'<form action="/errors/validateCaptcha">Type the characters you see in this image</form>',
				),
			},
			{
				status: 503,
				body: html("Sorry!", "<!-- contact api-services-support@amazon.com --> Something went wrong"),
			},
		],
		spares: [{ body: html("Some page", "Write to api-services-support@amazon.com") }],
	},
	Yandex: {
		catches: [{ url: "https://yandex.ru/showcaptcha?cc=1", body: html("Вы не робот?", "") }],
		spares: [{ body: html("Вы не робот? Some page", "Статья") }],
	},
	Radware: {
		catches: [
			{ url: "https://validate.perfdrive.com/?ssa=1" },
			{ body: html("Radware Bot Manager Captcha", "") },
		],
		spares: [{ body: html("Radware, some page", "hello") }],
	},
	ModSecurity: {
		catches: [{ status: 406, body: html("Not Acceptable!", "This error was generated by Mod_Security.") }],
		spares: [{ status: 406, body: html("Not Acceptable", "nginx"), reason: "forbidden" }],
	},
	Imunify360: {
		catches: [
			{ status: 415, body: '{"message":"Access denied by Imunify360 bot-protection."}' },
			{ body: html("One moment, please...", "<script>xhr.send('wsidchk='+a)</script>") },
		],
		spares: [{ body: html("One moment, please: some page", "hello") }],
	},
	SiteGround: {
		catches: [
			{ url: "https://example.org/.well-known/sgcaptcha/?r=%2F" },
			{
				status: 202,
				body: '<html><head><meta http-equiv="refresh" content="9;/.well-known/sgcaptcha/?r=%2F"></head></html>',
			},
		],
		spares: [
			{
				url: "https://example.org/blog/sgcaptcha",
				body: html("Some page about sgcaptcha", "hello"),
				reason: "redirected",
			},
		],
	},
	"Bunny Shield": {
		catches: [
			{
				status: 403,
				body: html(
					"Establishing a secure connection ...",
					'<script src="/.bunny-shield/assets/c.js"></script>',
				),
			},
		],
		spares: [{ headers: { server: "BunnyCDN-DE1" }, body: html("Some page", "hello") }],
	},
};
