import type { Signature } from "./signature.ts";

/** Lists the error pages of hosting platforms, each with the words that it shows. */
const takeovers = "https://github.com/EdOverflow/can-i-take-over-xyz";
const nuclei = "https://github.com/projectdiscovery/nuclei-templates";
/** No platform documents these; checkers keep meeting them. */
const reports = "seen in reports of other checkers";

/** Pages that a platform shows in place of a site, a file or an account that it no longer has, whatever their status. */
export const tombstones: readonly Signature[] = [
	{
		name: "GitHub Pages",
		source: takeovers,
		marks: [{ status: [404], text: /There isn['’]t a GitHub Pages site here\./ }],
	},
	{
		name: "Heroku",
		source: "https://devcenter.heroku.com/articles/error-pages",
		marks: [
			{ markup: /herokucdn\.com\/error-pages\/no-such-app\.html/ },
			{ title: /^Heroku \| No such app$/ },
		],
	},
	{
		name: "Amazon S3",
		source: "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html",
		marks: [
			{ markup: /<Code>NoSuch(Bucket|Key|Version|WebsiteConfiguration)<\/Code>/ },
			{ text: /Code: NoSuch(Bucket|Key) Message: / },
		],
	},
	{
		name: "Azure Storage",
		source: "https://learn.microsoft.com/rest/api/storageservices/blob-service-error-codes",
		marks: [
			{ markup: /<Code>(BlobNotFound|ContainerNotFound|ResourceNotFound|ContainerBeingDeleted)<\/Code>/ },
		],
	},
	{
		name: "Azure App Service",
		source: takeovers,
		marks: [{ title: /^Microsoft Azure Web App - Error 404$/ }],
	},
	{
		name: "Netlify",
		source:
			"https://answers.netlify.com/t/support-guide-i-ve-deployed-my-site-but-i-still-see-page-not-found/125",
		marks: [{ status: [404], text: /^Not Found - Request ID: [0-9A-Z]{10}/ }],
	},
	{
		name: "Vercel",
		source: "https://vercel.com/docs/errors",
		marks: [
			{ header: ["x-vercel-error", /^DEPLOYMENT_(NOT_FOUND|DELETED)$/] },
			{ status: [404, 410], text: /\bDEPLOYMENT_(NOT_FOUND|DELETED)\b/ },
		],
	},
	{
		name: "Fastly",
		source: takeovers,
		marks: [{ text: /^(Fastly error: unknown domain )?Fastly error: unknown domain: / }],
	},
	{
		name: "Read the Docs",
		source: takeovers,
		marks: [{ status: [404], text: /\bunknown to Read the Docs\b/ }],
	},
	{ name: "Surge", source: takeovers, marks: [{ status: [404], text: /^project not found\.?$/i }] },
	{ name: "Bitbucket", source: takeovers, marks: [{ status: [404], text: /^Repository not found$/ }] },
	{
		name: "Tumblr",
		source: takeovers,
		marks: [{ text: /Whatever you were looking for doesn['’]t currently exist at this address/ }],
	},
	{
		name: "WordPress.com",
		source: takeovers,
		marks: [
			{ url: /^https:\/\/(\w+\.)?wordpress\.com\/typo\/?\?subdomain=/ },
			{ text: /Do you want to register [\w.-]{1,100}\.wordpress\.com\?/ },
		],
	},
	{
		name: "Shopify",
		source: takeovers,
		marks: [{ status: [402, 404], text: /Sorry, this shop is currently unavailable/ }],
	},
	{
		name: "Blogger",
		source: reports,
		marks: [
			{
				title: /^(Blog not found|Blog has been removed)$/,
				text: /the blog (you were looking for does not exist|at [\w.-]{1,100} has been removed)/,
			},
		],
	},
	{
		name: "Medium",
		source: reports,
		marks: [{ text: /The author deleted this Medium story|User deactivated or deleted their account/ }],
	},
	{
		name: "Squarespace",
		source: reports,
		marks: [{ title: /^Squarespace - (Website Expired|Claim This Domain)$/ }],
	},
	{
		name: "Wix",
		source: takeovers,
		marks: [{ text: /Looks like this domain isn['’]t connected to a website yet/ }],
	},
	{ name: "Zendesk", source: takeovers, marks: [{ title: /^Help Center Closed( \| Zendesk)?$/ }] },
	{
		name: "Cargo",
		source: nuclei,
		marks: [{ text: /moving your domain away from Cargo you must make this configuration/ }],
	},
	{
		name: "Pantheon",
		source: takeovers,
		marks: [{ text: /The gods are wise, but do not know of the site which you seek/ }],
	},
	{
		name: "Ghost",
		source: takeovers,
		marks: [{ text: /Failed to resolve DNS path for this host/ }],
	},
	{
		name: "Help Scout",
		source: takeovers,
		marks: [{ text: /No settings were found for this company:/ }],
	},
	{
		name: "UserVoice",
		source: takeovers,
		marks: [{ text: /This UserVoice (subdomain|instance) (is currently available|does not exist)/ }],
	},
	{
		name: "Google Drive",
		source: reports,
		marks: [
			{ title: /^Google Drive [-–] Page Not Found$/i },
			{ text: /Sorry, the file you have requested (does not exist|has been deleted)\./ },
		],
	},
	{
		name: "cPanel",
		source: "https://docs.cpanel.net/whm/account-functions/manage-account-suspension/",
		marks: [
			{ url: /\/cgi-sys\/(suspendedpage|defaultwebpage)\.cgi/ },
			{ title: /^Account Suspended$/i, text: /This account has been suspended/i },
		],
	},
];
