import type { Rule, Words } from "./rule.ts";

type VolatileHost = {
	readonly url: string;
	readonly kind: "signed" | "storage";
	/** Of a signed URL: the parameter with the signature. Else whose storage it is. */
	readonly mark: string;
};

/**
 * Parameters without which a signed URL is none; they expire within days.
 * Sources: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html (and the older version 2, which
 * Aliyun has too), https://cloud.google.com/storage/docs/access-control/signed-urls,
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-creating-signed-url-canned-policy.html,
 * https://learn.microsoft.com/rest/api/storageservices/create-service-sas,
 * https://cloud.tencent.com/document/product/436/7778
 */
const signatures: readonly (readonly string[])[] = [
	["x-amz-signature", "x-amz-expires"],
	["x-goog-signature", "x-goog-expires"],
	["signature", "expires"],
	["signature", "key-pair-id"],
	["sig", "se", "sv"],
	["q-signature", "q-sign-time"],
];

/** Places where somebody keeps files for now: they go with the account, the bucket or the bill. */
const storages: readonly { readonly name: string; readonly host: RegExp }[] = [
	{ name: "Amazon S3", host: /(^|\.)s3([.-][a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/ },
	{ name: "CloudFront", host: /\.cloudfront\.net$/ },
	{ name: "Dropbox", host: /^((www|dl)\.)?dropbox\.com$|^dl\.dropboxusercontent\.com$/ },
];

/** A link to a file in somebody's storage, or one that is signed for a while. */
export const volatileHost: Rule<VolatileHost> = {
	id: "volatile-host",
	summary: "a signed URL, which expires, or a file in S3, CloudFront or Dropbox",
	severity: "warning",
	off: true,
	confidence: "medium",
	offline: true,
	*find({ links }) {
		for (const { link, target } of links) {
			if (target.kind !== "http") continue;
			const found = inspect(new URL(target.key));
			if (found === undefined) continue;
			yield { path: link.path, span: link.span, data: { url: link.url, ...found } };
		}
	},
	word: (data) => words[data.kind](data),
};

function inspect({ hostname, pathname, searchParams }: URL): Omit<VolatileHost, "url"> | undefined {
	const names = new Map([...searchParams.keys()].map((name) => [name.toLowerCase(), name]));
	const [signature] = signatures.find((all) => all.every((name) => names.has(name))) ?? [];
	if (signature !== undefined) return { kind: "signed", mark: names.get(signature) ?? signature };
	const storage = pathname === "/" ? undefined : storages.find(({ host }) => host.test(hostname));
	return storage && { kind: "storage", mark: storage.name };
}

const words: Readonly<Record<VolatileHost["kind"], (data: VolatileHost) => Words>> = {
	signed: ({ url, mark }) => ({
		message: `${url} is signed for a while (${mark}) and then expires`,
		help: "Link the page that the file is offered on.",
	}),
	storage: ({ url, mark }) => ({
		message: `${url} is a file in a storage (${mark}) that goes with its owner's account`,
		help: "Link the page that the file is offered on, or the author's own copy.",
	}),
};
