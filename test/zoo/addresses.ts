import { answer, byPath, healthy, redirect } from "./answers.ts";
import type { Specimen } from "./specimen.ts";

const START = "/papers/attention";

/** Spellings of addresses that no reader of a public page is served from, as a URL may have them. */
const spellings: Readonly<Record<string, string>> = {
	loopback: "127.0.0.1",
	"loopback-elsewhere": "127.8.9.10",
	"loopback-in-two-parts": "127.1",
	"loopback-in-hexadecimal": "0x7f.1",
	"loopback-as-one-hexadecimal": "0x7f000001",
	"loopback-as-a-number": "2130706433",
	"loopback-in-octal": "0177.0.0.01",
	"loopback-with-trailing-dot": "127.0.0.1.",
	"loopback-in-full-width": "１２７．０．０．１",
	"loopback-with-ideographic-stops": "127。0。0。1",
	"loopback-in-circled-digits": "①②⑦.⓪.⓪.①",
	"loopback-percent-encoded": "%31%32%37.0.0.1",
	"loopback-by-name": "localhost",
	unspecified: "0.0.0.0",
	"unspecified-as-a-number": "0",
	"private-10": "10.1.2.3",
	"private-172": "172.16.0.1",
	"private-172-at-its-end": "172.31.255.254",
	"private-192": "192.168.0.1",
	"link-local": "169.254.1.1",
	"metadata-service": "169.254.169.254",
	"carrier-grade-nat": "100.64.0.1",
	documentation: "192.0.2.1",
	benchmarking: "198.18.0.1",
	multicast: "224.0.0.251",
	broadcast: "255.255.255.255",
	"ipv6-loopback": "[::1]",
	"ipv6-loopback-in-full": "[0000:0000:0000:0000:0000:0000:0000:0001]",
	"ipv6-unspecified": "[::]",
	"ipv6-link-local": "[fe80::1]",
	"ipv6-unique-local": "[fd12:3456:789a::1]",
	"ipv6-multicast": "[ff02::1]",
	"ipv6-documentation": "[2001:db8::1]",
	"ipv4-mapped": "[::ffff:127.0.0.1]",
	"ipv4-mapped-in-hexadecimal": "[::ffff:7f00:1]",
	"ipv4-mapped-metadata": "[::ffff:a9fe:a9fe]",
	"ipv4-compatible": "[::127.0.0.1]",
	"nat64-of-loopback": "[64:ff9b::7f00:1]",
	"nat64-of-private": "[64:ff9b::10.0.0.1]",
	"nat64-local-use": "[64:ff9b:1::a00:1]",
	"6to4-of-private": "[2002:a00:1::]",
	teredo: "[2001:0:7f00:1::]",
};

/** Sends a reader of a public page on to somewhere private. */
const trap = (name: string, location: string): Specimen => ({
	name: `redirect-into-${name}`,
	site: byPath({ [START]: redirect(302, location) }),
	expected: "dead bad-redirect",
	requests: 2,
});

/** Where shelfread does not go. */
export const addresses: readonly Specimen[] = [
	...Object.entries(spellings).map(
		([name, host]): Specimen => ({
			name: `address-${name}`,
			url: `http://${host}/${name}`,
			expected: "skipped private-address",
			requests: 1,
		}),
	),
	{
		name: "public-literal",
		url: "http://93.184.0.1/papers/attention",
		others: { "93.184.0.1": healthy },
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "name-of-loopback",
		site: { addresses: ["127.0.0.1"] },
		expected: "skipped private-address",
		requests: 1,
	},
	{
		name: "name-of-private",
		site: { addresses: ["10.0.0.7"] },
		expected: "skipped private-address",
		requests: 1,
	},
	{
		name: "name-of-ipv6-private",
		site: { addresses: ["fd00::7"] },
		expected: "skipped private-address",
		requests: 1,
	},
	{
		name: "name-of-mapped-private",
		site: { addresses: ["::ffff:10.0.0.7"] },
		expected: "skipped private-address",
		requests: 1,
	},
	{
		name: "name-of-public-and-private",
		site: { site: healthy, addresses: ["10.0.0.7", "93.184.241.1"] },
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "name-of-private-after-public",
		site: { site: healthy, addresses: ["93.184.241.2", "192.168.1.1", "::1"] },
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "name-rebound-after-its-look-up",
		site: { site: healthy, addresses: ["93.184.241.3"], laterAddresses: ["127.0.0.1"] },
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "name-rebound-between-hops",
		site: {
			site: byPath({ [START]: redirect(302, "/secret"), "/secret": healthy }),
			addresses: ["93.184.241.4"],
			laterAddresses: ["169.254.169.254"],
		},
		expected: "alive redirected",
		requests: 2,
	},
	{
		name: "name-rebound-before-a-retry",
		site: { site: answer(500), addresses: ["93.184.241.5"], laterAddresses: ["127.0.0.1"] },
		expected: "unsure server-error",
		requests: 3,
	},
	trap("loopback", "http://127.0.0.1/admin"),
	trap("number", "http://2130706433/admin"),
	trap("metadata", "http://169.254.169.254/latest/meta-data/"),
	trap("ipv6", "http://[::1]/admin"),
	trap("mapped", "http://[::ffff:10.0.0.1]/admin"),
	trap("protocol-relative", "//127.1/admin"),
	trap("localhost", "http://localhost/admin"),
	{
		name: "redirect-into-private-name",
		site: redirect(301, "https://intranet.zoo.test/admin"),
		others: { "intranet.zoo.test": { addresses: ["10.0.0.8"] } },
		expected: "dead bad-redirect",
		requests: 2,
	},
	{
		name: "refresh-into-private",
		site: answer(200, '<meta http-equiv="refresh" content="0; url=http://192.168.1.1/">'),
		expected: "dead bad-redirect",
		requests: 2,
	},
	{
		name: "second-hop-into-private",
		site: byPath({ [START]: redirect(302, "/b"), "/b": redirect(302, "http://10.0.0.1/") }),
		expected: "dead bad-redirect",
		requests: 3,
	},
];
