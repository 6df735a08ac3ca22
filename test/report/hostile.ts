import fc from "../property.ts";

/** What somebody might put into a link, a title or a file name to be obeyed instead of shown. */
const hostileTexts: readonly string[] = [
	"a\n::error::owned",
	"::add-matcher::evil.json",
	"word ::stop-commands::x and more words that make the line wrap ::set-output name=a::b",
	"see ##[add-matcher]evil.json",
	"a%0A::error::owned,title=x:y",
	"\u001b[2J\u001b]8;;https://evil.test\u0007click\u001b]8;;\u0007\u009b31m",
	"\u202egnp.exe\u2066\u2069\u2028\u2029\u0085",
	"a | b | c",
	"\\| \\",
	"<img src=x onerror=alert(1)> <!-- </details>",
	"[click](https://evil.test) ![x](https://evil.test/x.png) <https://evil.test>",
	"https://evil.test www.evil.test ann@evil.test @ann #1",
	"`code` **bold** ~~struck~~ _it_ &amp; &lt; $x$ :smile:",
	"1. one - two + three # four > five",
	"\ud800 lone \udc00",
	"",
];

/** Any text at all: UTF-16 code units, mostly from the blocks that matter here, and the hostile texts cut and mixed. */
export const anyText: fc.Arbitrary<string> = fc
	.array(
		fc.oneof(
			fc.integer({ min: 0, max: 0x9f }).map((unit) => String.fromCharCode(unit)),
			fc.integer({ min: 0x2000, max: 0x206f }).map((unit) => String.fromCharCode(unit)),
			fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
			fc.constantFrom(
				"\n",
				"\u001b[",
				"\u001b]",
				"::",
				"##[",
				"](",
				"@",
				"|",
				"<",
				"www.",
				"https://",
				"a.b",
			),
			fc.constantFrom(...hostileTexts),
		),
		{ maxLength: 30 },
	)
	.map((parts) => parts.join(""));
