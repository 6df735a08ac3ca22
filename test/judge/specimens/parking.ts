import { article, html, type Specimens } from "../answers.ts";

export const parking: Readonly<Record<string, Specimens>> = {
	"a broker's advertisements": {
		catches: [
			{
				body: html(
					"example.org",
					"The Sponsored Listings displayed above are served automatically by a third party.",
				),
			},
			{ body: html("example.org", '<script src="//www.sedoparking.com/js/x.js"></script>Related links') },
			{ body: html("example.org", '<iframe src="https://ads.bodis.com/lander"></iframe>') },
		],
		spares: [
			{ body: html("Some page about parking", `<a href="https://sedo.com/">sedoparking.com</a> ${article}`) },
			{ body: html("Some page", "bodis.com and parkingcrew.net are brokers") },
		],
	},
	GoDaddy: {
		catches: [
			{ body: html("example.org", "This Web page is parked for FREE, courtesy of GoDaddy.com") },
			{ body: html("", '<script src="https://img1.wsimg.com/parking-lander/static/js/main.js"></script>') },
			{
				body: '<html><head><script>window.onload=function(){window.location.href="/lander"}</script></head></html>',
			},
		],
		spares: [{ body: html("Some page", '<a href="/lander">the lander</a>') }],
	},
	"an offer of the domain": {
		catches: [
			{ body: html("example.org is for sale", "Make an offer") },
			{ body: html("example.org", "This domain is for sale! Inquire now") },
			{ body: html("example.org", "example.org The domain name example.org is for sale") },
			{ body: html("example.org", "Diese Domain steht zum Verkauf") },
			{ body: html("example.org", "此域名出售 联系我们") },
		],
		spares: [
			{ body: html("Some page", `Many pages say that this domain is for sale. ${article}`) },
			{ body: html("Some page", "What to do when a lander tells you that this domain is for sale") },
			{ body: html("Some page: a house is for sale", "Make an offer") },
		],
	},
	"an expired domain": {
		catches: [
			{ body: html("example.org", "This domain has expired. Renew it now") },
			{ body: html("example.org", "The domain example.org is parked free of charge") },
			{ body: html("example.org", "该域名已过期，请及时续费") },
		],
		spares: [{ body: html("Some page", "Our old domain has expired, but this one has not") }],
	},
	"a broker's sales page": {
		catches: [
			{ url: "https://www.hugedomains.com/domain_profile.cfm?d=example.org" },
			{ url: "https://dan.com/buy-domain/example.org" },
			{ url: "https://www.godaddy.com/forsale/example.org" },
		],
		spares: [
			{
				url: "https://www.godaddy.com/garage/some-page",
				body: html("Some page", article),
				reason: "redirected",
			},
			{ url: "https://jordan.com/some-page", body: html("Some page", article), reason: "redirected" },
		],
	},
};
