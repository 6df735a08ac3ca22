import { expect, test } from "vitest";
import { splitAddress } from "../../src/resolve/address.ts";
import fc from "../property.ts";

/** The same, as the URL Standard has it. */
function parsed(key: string) {
	const { username, password, hostname, port, pathname, search } = new URL(key);
	const secret = password === "" ? "" : `:${password}`;
	return {
		user: username + secret === "" ? "" : `${username}${secret}@`,
		host: hostname,
		port: port === "" ? "" : `:${port}`,
		path: pathname,
		query: search.slice(1),
	};
}

test.each([
	"https://a.org",
	"https://a.org?",
	"http://a.org:80/b?c?d/e@f:g",
	"https://a.org:8080/b:c@d//e",
	"https://me@a.org/",
	"https://me:secret@a.org:1/?q",
	"https://:secret@a.org/",
	"https://m%40e@a.org/",
	"https://[::1]/b",
	"https://me:p[]@[2001:db8::1]:8080/b?[c]",
])("%s has the parts of its URL", (url) => {
	const key = new URL(url).href;
	expect(splitAddress(key)).toEqual(parsed(key));
});

test("any address has the parts of its URL", () => {
	const mark = fc.constantFrom(..."/?:@[]\\#&=.a1", "//", "%2F", "%3f");
	const text = fc
		.array(fc.oneof(mark, fc.string({ maxLength: 3 })), { maxLength: 8 })
		.map((parts) => parts.join(""));
	const url = fc
		.tuple(fc.constantFrom("http://", "https://"), text, fc.constantFrom("a.org", "[::1]", ""), text)
		.map((parts) => parts.join(""))
		.filter((written) => URL.canParse(written));
	fc.assert(
		fc.property(url, (written) => {
			const parsedUrl = new URL(written);
			parsedUrl.hash = "";
			expect(splitAddress(parsedUrl.href)).toEqual(parsed(parsedUrl.href));
		}),
	);
});
