import { answer, article, byPath, page, redirect } from "./answers.ts";
import type { Specimen } from "./specimen.ts";

const START = "/papers/attention";
const form = page("Sign in", '<form><input type="password"></form>');

/** Pages that ask who a reader is. */
export const login: readonly Specimen[] = [
	...["/login", "/users/sign_in", "/signin?next=x", "/authwall", "/wp-login.php", "/sso"].map(
		(path, i): Specimen => ({
			name: `login-page-${i + 1}`,
			site: byPath({ [START]: redirect(302, path), [path]: form }),
			expected: "unsure login",
			requests: 2,
		}),
	),
	{
		name: "login-at-another-host",
		site: redirect(302, "https://accounts.google.com/ServiceLogin?continue=x"),
		others: { "accounts.google.com/ServiceLogin?continue=x": form },
		expected: "unsure login",
		requests: 2,
	},
	{
		name: "login-page-that-was-linked",
		url: "https://login-page-that-was-linked.zoo.test/login",
		site: form,
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "login-article",
		url: "https://login-article.zoo.test/old/login-forms",
		site: byPath({
			"/old/login-forms": redirect(301, "/blog/login"),
			"/blog/login": page("Login forms explained", article),
		}),
		expected: "moved permanent-redirect",
		requests: 3,
	},
	{
		name: "login-page-that-is-gone",
		site: byPath({ [START]: redirect(302, "/login"), "/login": answer(404) }),
		expected: "dead not-found",
		requests: 2,
	},
	{
		name: "consent-page",
		site: redirect(302, "https://consent.youtube.com/m?continue=x"),
		others: { "consent.youtube.com/m?continue=x": page("Before you continue", "<form></form>") },
		expected: "alive redirected",
		requests: 3,
	},
];
