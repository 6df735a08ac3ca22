/** The first parts of paths that are the site's own pages, and no owner's. */
const ownPages: Readonly<Record<string, ReadonlySet<string>>> = {
	"github.com": new Set(
		`about advisories apps blog codespaces collections contact copilot customer-stories discover enterprise events explore
		features gist home issues join login logout marketplace mobile models new news notifications open-source organizations
		orgs pricing pulls readme search security sessions settings signup site skills solutions sponsors stars team topics
		trending`.split(/\s+/),
	),
	"huggingface.co": new Set(
		`api blog chat collections datasets docs enterprise inference-api inference-endpoints join languages learn login models
		new organizations papers posts pricing privacy search settings spaces storage support tasks terms-of-service
		transformers`.split(/\s+/),
	),
};

/**
 * Who owns the page, where it is that of a person or an organisation and of nothing that they made.
 *
 * @param identity As `identityOf` gives it.
 */
export function ownerOf(identity: string): string | undefined {
	const { host, owner } = /^https:\/\/(?<host>[^/]+)\/(?<owner>[\w.-]+)$/.exec(identity)?.groups ?? {};
	if (host === undefined || owner === undefined) return undefined;
	const own = Object.hasOwn(ownPages, host) ? ownPages[host] : undefined;
	return own === undefined || own.has(owner.toLowerCase()) ? undefined : owner;
}
