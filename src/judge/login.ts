import type { Verdict } from "../model.ts";
import type { Look } from "./look.ts";
import { pathParts } from "./path.ts";

/** Hosts that do nothing but ask who somebody is. */
const hosts =
	/^(accounts\.google\.com|login\.(microsoftonline|live|windows)\.(com|net)|(login|signin|sso|auth|idp|cas|shibboleth|passport)\.[^.]+\..+|[^.]+\.(okta|auth0|b2clogin)\.com)$/i;

/** How the last part of a login page's path is named. */
const names =
	/^(log-?_?in|sign-?_?in|sign-?_?on|authwall|auth|sso|authenticate|wp-login|account-?login|user-?login)(\.(php|aspx?|jsp|html?|action|do))?$/i;

/** Below these, a page named so explains it. */
const teaching =
	/^(docs?|documentation|blogs?|articles?|posts?|help|wiki|guides?|tutorials?|learn|manual|reference|examples?|support)$/i;

/** A page that a reader was sent to in order to log in. A link to a login page itself is as good as any. */
export function judgeLogin({ asked, final, hops, answer }: Look): Verdict | undefined {
	const { status = 0 } = answer;
	if (hops.length === 1 || status === 404 || status === 410 || status >= 500) return undefined;
	return isLogin(final) && !isLogin(asked)
		? { verdict: "unsure", reason: "login", evidence: `sent on to ${final.host}${final.pathname}` }
		: undefined;
}

function isLogin(url: URL): boolean {
	if (hosts.test(url.hostname)) return true;
	const parts = pathParts(url);
	return names.test(parts.at(-1) ?? "") && !parts.some((part) => teaching.test(part));
}

/** Pages that ask for consent to cookies, by host. */
const consent =
	/^(consent\.(youtube|google|yahoo)\.[a-z.]+|guce\.[\w-]+\.[a-z.]+|[\w-]+\.consent\.yahoo\.com)$/i;

/** A reader clicks through a consent page, so it is alive; the page behind it was not seen, so it has nowhere moved to. */
export function judgeConsent({ asked, final, hops }: Look): Verdict | undefined {
	return hops.length > 1 && consent.test(final.hostname) && !consent.test(asked.hostname)
		? { verdict: "alive", reason: "redirected", evidence: `${final.hostname} asks for consent first` }
		: undefined;
}
