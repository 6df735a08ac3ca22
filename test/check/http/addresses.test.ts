import { expect, test } from "vitest";
import { isPrivateAddress } from "../../../src/check/http/addresses.ts";
import fc from "../../property.ts";

test.each([
	"0.0.0.0",
	"0.255.255.255",
	"10.0.0.0",
	"10.255.255.255",
	"100.64.0.0",
	"100.127.255.255",
	"127.0.0.1",
	"127.255.255.255",
	"169.254.169.254",
	"172.16.0.0",
	"172.31.255.255",
	"192.0.0.8",
	"192.0.2.1",
	"192.168.0.1",
	"198.18.0.1",
	"198.19.255.255",
	"198.51.100.1",
	"203.0.113.1",
	"224.0.0.1",
	"239.255.255.255",
	"240.0.0.1",
	"255.255.255.255",
	"::",
	"::1",
	"[::1]",
	"fe80::1",
	"fe80::1%eth0",
	"fc00::1",
	"fd12:3456::1",
	"ff02::1",
	"100::1",
	"2001::1",
	"2001:db8::1",
	"3fff::1",
	"::ffff:127.0.0.1",
	"::ffff:7f00:1",
	"0:0:0:0:0:ffff:a00:1",
	"::127.0.0.1",
	"64:ff9b::127.0.0.1",
	"64:ff9b::a00:1",
	"64:ff9b:1::1",
	"2002:7f00:1::",
	"2002:a00:1::1",
	"5f00::1",
	"localhost",
	"example.org",
	"127.1",
	"",
])("%s is private", (address) => {
	expect(isPrivateAddress(address)).toBe(true);
});

test.each([
	"1.1.1.1",
	"9.255.255.255",
	"11.0.0.0",
	"93.184.216.34",
	"100.63.255.255",
	"100.128.0.0",
	"126.255.255.255",
	"128.0.0.0",
	"172.15.255.255",
	"172.32.0.0",
	"192.0.1.0",
	"192.167.255.255",
	"192.169.0.0",
	"198.17.255.255",
	"198.20.0.0",
	"223.255.255.255",
	"2606:4700:4700::1111",
	"[2606:4700:4700::1111]",
	"2a00:1450:4001:80b::200e",
	"::ffff:93.184.216.34",
	"64:ff9b::5db8:d822",
	"2002:5db8:d822::1",
])("%s is public", (address) => {
	expect(isPrivateAddress(address)).toBe(false);
});

/** First address and length of prefix: everything that IANA keeps from the public internet. */
const forbidden = [
	[0x00000000, 8],
	[0x0a000000, 8],
	[0x64400000, 10],
	[0x7f000000, 8],
	[0xa9fe0000, 16],
	[0xac100000, 12],
	[0xc0000000, 24],
	[0xc0000200, 24],
	[0xc0a80000, 16],
	[0xc6120000, 15],
	[0xc6336400, 24],
	[0xcb007100, 24],
	[0xe0000000, 4],
	[0xf0000000, 4],
] as const;

const forbiddenNumber = fc.constantFrom(...forbidden).chain(([network, prefix]) => {
	const size = 2 ** (32 - prefix);
	return fc.integer({ min: 0, max: size - 1 }).map((offset) => network + offset);
});

const bytesOf = (address: number): [number, number, number, number] => [
	Math.floor(address / 2 ** 24),
	(address >> 16) & 255,
	(address >> 8) & 255,
	address & 255,
];

/** How one part of a dotted address can be written in a URL. */
const spellPart = (value: number): fc.Arbitrary<string> =>
	fc.constantFrom(
		String(value),
		`0x${value.toString(16)}`,
		`0X${value.toString(16).toUpperCase()}`,
		`0${value.toString(8)}`,
		`0x000${value.toString(16)}`,
	);

/** All the spellings of an IPv4 address that a URL may have: one to four parts, decimal, octal and hexadecimal. */
const ipv4Spelling = forbiddenNumber.chain((address) => {
	const [a, b, c, d] = bytesOf(address);
	return fc
		.constantFrom([address], [a, address % 2 ** 24], [a, b, address % 2 ** 16], [a, b, c, d])
		.chain((parts) => fc.tuple(...parts.map(spellPart)))
		.chain((parts) => fc.constantFrom(parts.join("."), `${parts.join(".")}.`));
});

const hex = (high: number, low: number): string => ((high << 8) | low).toString(16);

/** The same address inside an IPv6 one: mapped, translated (NAT64), 6to4, and the old compatible form. */
const ipv6Spelling = forbiddenNumber.chain((address) => {
	const [a, b, c, d] = bytesOf(address);
	const dotted = [a, b, c, d].join(".");
	const groups = `${hex(a, b)}:${hex(c, d)}`;
	return fc
		.constantFrom(
			`::ffff:${dotted}`,
			`::ffff:${groups}`,
			`0:0:0:0:0:ffff:${groups}`,
			`0000:0000:0000:0000:0000:FFFF:${groups}`,
			`::ffff:0:${groups}`,
			`64:ff9b::${dotted}`,
			`64:ff9b::${groups}`,
			`64:ff9b:1::${groups}`,
			`2002:${groups}::`,
			`2002:${groups}:1:2:3:4:5`,
			`::${dotted}`,
			`::${groups}`,
		)
		.map((text) => `[${text}]`);
});

const hextet = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
const native = fc
	.tuple(
		fc.constantFrom(
			"fc00",
			"fdff",
			"fe80",
			"febf",
			"fec0",
			"ff02",
			"ffff",
			"2001:db8",
			"2001:0",
			"2001:1ff",
			"3fff:fff",
			"0",
			"100",
			"1fff",
			"4000",
			"5f00",
		),
		fc.array(hextet, { minLength: 6, maxLength: 6 }),
	)
	.map(([prefix, rest]) => `[${[...prefix.split(":"), ...rest].slice(0, 8).join(":")}]`)
	.filter((literal) => URL.canParse(`http://${literal}/`));

test("no spelling of a forbidden address passes", () => {
	fc.assert(
		fc.property(fc.oneof(ipv4Spelling, ipv6Spelling, native), (spelling) => {
			expect(isPrivateAddress(new URL(`http://${spelling}/`).hostname)).toBe(true);
		}),
		{ numRuns: 2000 },
	);
});
