import { describe, expect, test } from "vitest";
import type { Target } from "../../src/model.ts";
import { identityOf } from "../../src/resolve/identity.ts";
import fc from "../property.ts";

/** As `resolveLink` takes a web address apart. */
function identity(url: string): string {
	const [address = "", fragment] = url.split("#");
	const target: Target = /^https?:/i.test(url)
		? { kind: "http", key: new URL(address).href }
		: { kind: "other", key: url };
	return identityOf(target, fragment);
}

test.each<[string, string, string[]]>([
	[
		"schemes",
		"https://a.org/b",
		["http://a.org/b", "HTTP://a.org/b", "http://a.org:80/b", "http://a.org:443/b"],
	],
	["www.", "https://a.org/b", ["https://www.a.org/b", "http://WWW.A.org/b"]],
	["a final slash", "https://a.org/b", ["https://a.org/b/", "https://a.org/b//"]],
	["a site's root", "https://a.org", ["https://a.org/", "https://a.org?", "https://a.org/index.html"]],
	["index pages", "https://a.org/b", ["https://a.org/b/index.php", "https://a.org/b/default.aspx/"]],
	["the host's case", "https://a.org/B", ["https://A.ORG/B"]],
	["a host called as what every object has", "https://constructor/a", ["http://constructor/a/"]],
	["a name beyond ASCII", "https://xn--mller-kva.de/a", ["https://müller.de/a", "http://MÜLLER.de/a"]],
	["a dot segment", "https://a.org/b", ["https://a.org/x/../b"]],
	[
		"tracking parameters",
		"https://a.org/b?id=1",
		[
			"https://a.org/b?utm_source=x&id=1&fbclid=2",
			"https://a.org/b?id=1&UTM_Medium=y",
			"https://a.org/b?&id=1&spm=1.2",
		],
	],
	["a place on the page", "https://a.org/b#c", ["http://a.org/b/#c", "https://a.org/b?utm_id=1#c"]],
	["an empty fragment", "https://a.org/b", ["https://a.org/b#"]],
	[
		"a repository",
		"https://github.com/owner/repo",
		[
			"https://github.com/Owner/Repo",
			"https://github.com/owner/repo.git",
			"https://github.com/owner/repo/tree/main",
			"https://github.com/owner/repo/tree/master/",
			"http://www.github.com/OWNER/repo/",
		],
	],
	[
		"a file of a repository",
		"https://github.com/a/b/blob/main/C.md",
		["https://github.com/A/B/blob/main/C.md"],
	],
	["an owner", "https://github.com/owner", ["https://github.com/Owner/"]],
	[
		"a paper on arXiv",
		"https://arxiv.org/abs/2303.18223",
		[
			"https://arxiv.org/pdf/2303.18223",
			"https://arxiv.org/pdf/2303.18223.pdf",
			"https://arxiv.org/pdf/2303.18223v12.pdf",
			"http://www.arxiv.org/abs/2303.18223v1",
			"https://arxiv.org/html/2303.18223v2/",
			"https://export.arxiv.org/abs/2303.18223",
			"https://arxiv.org/abs/2303.18223?context=cs",
		],
	],
	[
		"an old paper on arXiv",
		"https://arxiv.org/abs/math.GT/0309136",
		["https://arxiv.org/pdf/math.GT/0309136v1.pdf"],
	],
	[
		"a DOI",
		"https://doi.org/10.1145/3442188.3445922",
		[
			"http://dx.doi.org/10.1145/3442188.3445922",
			"https://www.doi.org/10.1145%2F3442188.3445922",
			"doi:10.1145/3442188.3445922",
		],
	],
	["a DOI's case", "https://doi.org/10.1002/abc(sici)1", ["https://doi.org/10.1002/ABC(SICI)1"]],
	["a DOI with a question mark", "https://doi.org/10.1000/a%3Fb", ["https://doi.org/10.1000/a?b"]],
	[
		"a DOI's final slash",
		"https://doi.org/10.1000/a",
		[
			"https://doi.org/10.1000/a/",
			"https://doi.org/10.1000%2Fa%2F",
			"https://doi.org/10.1000/a%2F.",
			"doi:10.1000/a/",
		],
	],
	[
		"a video",
		"https://youtube.com/watch?v=dQw4w9WgXcQ",
		[
			"https://www.youtube.com/watch?v=dQw4w9WgXcQ",
			"https://youtu.be/dQw4w9WgXcQ",
			"https://youtu.be/dQw4w9WgXcQ?si=abc",
			"https://m.youtube.com/watch?feature=youtu.be&v=dQw4w9WgXcQ",
			"https://www.youtube.com/embed/dQw4w9WgXcQ",
			"https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
			"https://www.youtube.com/shorts/dQw4w9WgXcQ",
		],
	],
	[
		"a moment of a video",
		"https://youtube.com/watch?v=dQw4w9WgXcQ&t=10",
		["https://youtu.be/dQw4w9WgXcQ?t=10"],
	],
])("%s", (_, expected, spellings) => {
	expect([expected, ...spellings].map(identity)).toEqual(spellings.concat("").map(() => expected));
});

test.each([
	["hosts", "https://a.org", "https://b.a.org"],
	["www.com", "https://www.com/a", "https://com/a"],
	["ports", "https://a.org/", "https://a.org:8080/"],
	["users", "https://a.org/", "https://me@a.org/"],
	["the case of paths", "https://a.org/b", "https://a.org/B"],
	[
		"the case of a repository's files",
		"https://github.com/a/b/blob/main/c",
		"https://github.com/a/b/blob/main/C",
	],
	["branches", "https://github.com/a/b", "https://github.com/a/b/tree/next"],
	["folders", "https://github.com/a/b", "https://github.com/a/b/tree/main/c"],
	["pages that are not the index", "https://a.org/b", "https://a.org/b/main.html"],
	["names that end like the index", "https://a.org/b", "https://a.org/b/my-index.html"],
	["parameters", "https://a.org/b?a=1&b=2", "https://a.org/b?a=1"],
	["an address's own si", "https://a.org/b?si=1", "https://a.org/b"],
	["fragments", "https://a.org/b#c", "https://a.org/b"],
	["papers", "https://arxiv.org/abs/2303.18223", "https://arxiv.org/abs/2303.18224"],
	["lists of papers", "https://arxiv.org/list/cs.CL/recent", "https://arxiv.org/list/cs.AI/recent"],
	["videos", "https://youtu.be/dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcR"],
	["channels", "https://youtube.com/@a", "https://youtube.com/@b"],
])("keeps apart: %s", (_, one, other) => {
	expect(identity(one)).not.toBe(identity(other));
});

test("of files it is the exact path in the tree", () => {
	const file: Target = { kind: "file", key: "file:papers/A.pdf", path: "papers/A.pdf", state: "present" };
	expect(identityOf(file)).toBe("file:papers/A.pdf");
	expect(identityOf(file, "page=2")).toBe("file:papers/A.pdf#page=2");
});

describe("of any address", () => {
	const host = fc.constantFrom(
		"a.org",
		"www.a.org",
		"www.www.org",
		"github.com",
		"arxiv.org",
		"doi.org",
		"youtu.be",
		"youtube.com",
		"localhost",
	);
	const segment = fc.oneof(
		fc.constantFrom(
			"index.html",
			"",
			"tree",
			"main",
			"x.git",
			"abs",
			"pdf",
			"2303.18223v1",
			"10.1000",
			"watch",
			"embed",
		),
		fc.string({ maxLength: 8 }).map(encodeURIComponent),
	);
	const parameter = fc
		.tuple(fc.constantFrom("v", "utm_source", "a", "si"), fc.string({ maxLength: 4 }))
		.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
	const address = fc
		.record({
			scheme: fc.constantFrom("http", "https"),
			host,
			port: fc.constantFrom("", ":80", ":443", ":8080"),
			path: fc.array(segment, { maxLength: 5 }),
			query: fc.array(parameter, { maxLength: 3 }),
			fragment: fc.constantFrom("", "#a"),
		})
		.map(({ scheme, host, port, path, query, fragment }) => {
			const search = query.length === 0 ? "" : `?${query.join("&")}`;
			return `${scheme}://${host}${port}/${path.join("/")}${search}${fragment}`;
		});

	test("it is its own identity", () => {
		fc.assert(fc.property(address, (url) => identity(identity(url)) === identity(url)));
	});

	test("nothing folds that is not listed", () => {
		const plain = fc
			.array(fc.stringMatching(/^[A-Za-z0-9~_-]{1,8}$/), { minLength: 1, maxLength: 5 })
			.map((path) => `https://a.org/${path.join("/")}`);
		fc.assert(fc.property(plain, (url) => identity(url) === url));
	});
});
