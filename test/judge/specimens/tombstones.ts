import { article, html, type Specimens } from "../answers.ts";

const about = (name: string): string => html(`What ${name} shows on some page`, `${name}. ${article}`);

export const tombstones: Readonly<Record<string, Specimens>> = {
	"GitHub Pages": {
		catches: [
			{
				status: 404,
				body: html("Site not found · GitHub Pages", "404 There isn't a GitHub Pages site here."),
			},
		],
		spares: [
			{ status: 404, body: html("Page not found · GitHub Pages", "File not found"), reason: "not-found" },
			{ body: html("Some page", "It said: There isn't a GitHub Pages site here.") },
		],
	},
	Heroku: {
		catches: [
			{
				status: 404,
				body: html("No such app", '<iframe src="//www.herokucdn.com/error-pages/no-such-app.html"></iframe>'),
			},
			{ status: 404, body: html("Heroku | No such app", "There's nothing here, yet.") },
		],
		spares: [
			{
				status: 503,
				body: '<iframe src="//www.herokucdn.com/error-pages/application-error.html"></iframe>',
				reason: "server-error",
			},
		],
	},
	"Amazon S3": {
		catches: [
			{
				status: 404,
				body: '<?xml version="1.0"?><Error><Code>NoSuchBucket</Code><BucketName>b</BucketName></Error>',
			},
			{ status: 403, body: '<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>' },
			{
				status: 404,
				body: html(
					"404 Not Found",
					"<h1>404 Not Found</h1><ul><li>Code: NoSuchKey</li> <li>Message: The</li></ul>",
				),
			},
		],
		spares: [
			{
				status: 403,
				body: '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
				reason: "forbidden",
			},
			{
				status: 503,
				body: '<?xml version="1.0"?><Error><Code>SlowDown</Code></Error>',
				reason: "server-error",
			},
		],
	},
	"Azure Storage": {
		catches: [{ status: 404, body: '<?xml version="1.0"?><Error><Code>BlobNotFound</Code></Error>' }],
		spares: [
			{
				status: 409,
				body: '<?xml version="1.0"?><Error><Code>PublicAccessNotPermitted</Code></Error>',
				reason: "forbidden",
			},
		],
	},
	"Azure App Service": {
		catches: [{ status: 404, body: html("Microsoft Azure Web App - Error 404", "404 Web Site not found.") }],
		spares: [
			{
				status: 403,
				body: html("Web App - Unavailable", "Error 403 - This web app is stopped."),
				reason: "forbidden",
			},
		],
	},
	Netlify: {
		catches: [{ status: 404, body: "Not Found - Request ID: 01HV2M0YBX" }],
		spares: [{ status: 404, body: html("Page not found", "Back to our site"), reason: "not-found" }],
	},
	Vercel: {
		catches: [
			{ status: 404, headers: { "x-vercel-error": "DEPLOYMENT_NOT_FOUND" } },
			{ status: 404, body: "The deployment could not be found on Vercel. DEPLOYMENT_NOT_FOUND" },
		],
		spares: [
			{ status: 404, headers: { "x-vercel-error": "NOT_FOUND" }, reason: "not-found" },
			{ status: 504, headers: { "x-vercel-error": "FUNCTION_INVOCATION_TIMEOUT" }, reason: "server-error" },
		],
	},
	Fastly: {
		catches: [
			{
				status: 500,
				body: html("Fastly error: unknown domain example.org", "Fastly error: unknown domain: example.org."),
			},
		],
		spares: [
			{
				status: 503,
				body: html("503 Backend fetch failed", "Guru Meditation: Fastly"),
				reason: "server-error",
			},
		],
	},
	"Read the Docs": {
		catches: [{ status: 404, body: html("404", "The host x.readthedocs.io is unknown to Read the Docs.") }],
		spares: [
			{
				status: 404,
				body: html("Maze Found", "This page does not exist yet. Read the Docs"),
				reason: "not-found",
			},
		],
	},
	Surge: {
		catches: [{ status: 404, body: html("project not found", "project not found") }],
		spares: [{ status: 404, body: html("Oops", "Our project not found its way"), reason: "not-found" }],
	},
	Bitbucket: {
		catches: [{ status: 404, body: html("Repository not found", "Repository not found") }],
		spares: [{ status: 403, body: html("Forbidden", "Repository not found"), reason: "forbidden" }],
	},
	Tumblr: {
		catches: [
			{
				status: 404,
				body: html(
					"Not found.",
					"There's nothing here. Whatever you were looking for doesn't currently exist at this address.",
				),
			},
		],
		spares: [{ body: html("Some page", "There's nothing here but a blog.") }],
	},
	"WordPress.com": {
		catches: [
			{ url: "https://wordpress.com/typo/?subdomain=gone" },
			{
				body: html(
					"gone.wordpress.com",
					"gone.wordpress.com doesn't exist. Do you want to register gone.wordpress.com?",
				),
			},
		],
		spares: [
			{ url: "https://en.wordpress.com/typo-hunt/", body: html("Typo hunt", "hello"), reason: "redirected" },
		],
	},
	Shopify: {
		catches: [
			{
				status: 404,
				body: html("Create an Ecommerce Website", "Sorry, this shop is currently unavailable."),
			},
		],
		spares: [{ body: html("Some page", "A shop wrote: Sorry, this shop is currently unavailable.") }],
	},
	Blogger: {
		catches: [
			{
				body: html(
					"Blog not found",
					"Sorry, the blog you were looking for does not exist. However, the name is available",
				),
			},
		],
		spares: [{ body: about("Blogger") }],
	},
	Medium: {
		catches: [{ status: 410, body: html("Medium", "The author deleted this Medium story") }],
		spares: [{ body: html("Medium is some page", `The author deleted this Medium story. ${article}`) }],
	},
	Squarespace: {
		catches: [{ body: html("Squarespace - Website Expired", "This account has expired.") }],
		spares: [{ body: html("Squarespace - Website Expired, what now? - some page", "Renew it.") }],
	},
	Wix: {
		catches: [{ status: 404, body: html("", "Looks like this domain isn't connected to a website yet!") }],
		spares: [{ body: about("Wix") }],
	},
	Zendesk: {
		catches: [{ body: html("Help Center Closed | Zendesk", "This help center no longer exists") }],
		spares: [{ body: html("Our Help Center Closed on Monday, some page", "hello") }],
	},
	Cargo: {
		catches: [
			{
				status: 404,
				body: html(
					"404",
					"If you're moving your domain away from Cargo you must make this configuration through your registrar's DNS",
				),
			},
		],
		spares: [{ body: about("Cargo") }],
	},
	Pantheon: {
		catches: [
			{ status: 404, body: html("404", "The gods are wise, but do not know of the site which you seek.") },
		],
		spares: [{ body: html("Some page", "The gods are wise.") }],
	},
	Ghost: {
		catches: [
			{ status: 404, body: html("Offline", "Site unavailable. Failed to resolve DNS path for this host") },
		],
		spares: [{ body: about("Ghost") }],
	},
	"Help Scout": {
		catches: [{ status: 404, body: "No settings were found for this company: acme" }],
		spares: [{ body: about("Help Scout") }],
	},
	UserVoice: {
		catches: [{ status: 404, body: "This UserVoice subdomain is currently available!" }],
		spares: [{ body: about("UserVoice") }],
	},
	"Google Drive": {
		catches: [
			{ body: html("Google Drive - Page Not Found", "hello") },
			{ body: html("Google Drive", "Sorry, the file you have requested does not exist.") },
		],
		spares: [
			{
				url: "https://accounts.google.com/v3/signin/identifier?continue=https://drive.google.com/",
				reason: "login",
			},
			{ body: about("Google Drive") },
		],
	},
	cPanel: {
		catches: [
			{ url: "https://example.org/cgi-sys/suspendedpage.cgi" },
			{ body: html("Account Suspended", "This Account has been suspended. Contact your hosting provider") },
		],
		spares: [{ body: html("Account Suspended", `A short story on some page. ${article}`) }],
	},
};
