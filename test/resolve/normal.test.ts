import { expect, test } from "vitest";
import { isNormal } from "../../src/resolve/normal.ts";
import fc from "../property.ts";

test.each([
	"https://example.org/",
	"http://a-b.c-d.example.org/x_y/~ada/v1.2/a%20b.pdf",
	"https://example.org//a///",
	"https://example.org/a;b=c:d@e/(f)*'g'!$&+,=?q=1&r%5B%5D=2",
	"https://example.org/a?b?c=/../d%2e%2e",
	"https://1.2.3.example/a...b/c..",
])("%s is its own normal form, and known to be", (url) => {
	expect(isNormal(url)).toBe(true);
	expect(new URL(url).href).toBe(url);
});

test.each([
	"https://example.org",
	"https://Example.org/",
	"HTTPS://example.org/",
	"https://localhost/",
	"https://example.org:443/",
	"https://ada@example.org/",
	"https://example.org/#a",
	"https://example.org/a b",
	"https://example.org/a\n",
	"https://example.org/a/../b",
	"https://example.org/a/./b",
	"https://example.org/a/..",
	"https://example.org/%2e%2E/b",
	"https://example.org/.well-known",
	"https://example.org/a\\b",
	"https://example.org/a^b",
	"https://example.org/é",
	"https://example.org/?a'b",
	"https://xn--mller-kva.de/",
	"https://a.xn--p1ai/",
	"https://127.0.0.1/",
	"https://1.2/",
	"https://example.0x7f/",
	"https://[::1]/",
	"https://example.org./",
	"//example.org/",
	"https:/example.org/",
	"https://https://example.org/",
])("%s has to be parsed", (url) => {
	expect(isNormal(url)).toBe(false);
});

const piece = fc.oneof(
	fc.constantFrom(..."abz09XZ-_~.!$&'()*+,;=:@%/?#\\^`{}|[]<>\" \t\né"),
	fc.constantFrom("xn--", "0x7f", "..", "%2e", "www.", "/./", "/../", "https://"),
	fc.string({ maxLength: 4 }),
);
const written = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
const host = fc.oneof(
	fc.domain(),
	written,
	fc
		.array(fc.stringMatching(/^[a-z\d-]{1,80}$/), { minLength: 1, maxLength: 6 })
		.map((labels) => labels.join(".")),
);

test("whatever is known to be normal is what a URL makes of it", () => {
	fc.assert(
		fc.property(fc.constantFrom("http", "https"), host, written, (scheme, name, rest) => {
			for (const url of [`${scheme}://${name}/${rest}`, `${scheme}://${name}${rest}`])
				if (isNormal(url)) expect(new URL(url).href).toBe(url);
		}),
		{ numRuns: 2000 },
	);
});
