import { BlockList, isIP, isIPv6 } from "node:net";

/**
 * Addresses that are nobody's public web server, from IANA's special-purpose registries for IPv4 and IPv6
 * (RFC 6890 and its updates): this host, private, shared (CGNAT), loopback, link-local, documentation, benchmarking,
 * protocol assignments, multicast, reserved, broadcast.
 */
const special = new BlockList();
for (const [network, prefix] of [
	["0.0.0.0", 8],
	["10.0.0.0", 8],
	["100.64.0.0", 10],
	["127.0.0.0", 8],
	["169.254.0.0", 16],
	["172.16.0.0", 12],
	["192.0.0.0", 24],
	["192.0.2.0", 24],
	["192.88.99.0", 24],
	["192.168.0.0", 16],
	["198.18.0.0", 15],
	["198.51.100.0", 24],
	["203.0.113.0", 24],
	["224.0.0.0", 4],
	["240.0.0.0", 4],
] as const) {
	special.addSubnet(network, prefix, "ipv4");
}

/** IPv6 is the other way round: only 2000::/3 is given out as public, and a few ranges of it are not. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");
const specialInGlobalUnicast = new BlockList();
for (const [network, prefix] of [
	["2001::", 23],
	["2001:db8::", 32],
	["3fff::", 20],
] as const) {
	specialInGlobalUnicast.addSubnet(network, prefix, "ipv6");
}

/** Forms of IPv6 that carry an IPv4 address: it is the one that is reached. */
const mapped = { prefix: "0:0:0:0:0:ffff", groups: 6 };
const translated = { prefix: "64:ff9b:0:0:0:0", groups: 6 };
const sixToFour = { prefix: "2002", groups: 1 };

/** True for an address (not a name) that the public internet does not lead to. Anything that is no address is not public. */
export function isPrivateAddress(address: string): boolean {
	const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
	if (isIP(bare) === 0) return true;
	if (!isIPv6(bare)) return special.check(bare, "ipv4");
	const groups = expand(bare);
	for (const { prefix, groups: count } of [mapped, translated, sixToFour]) {
		if (groups.slice(0, count).join(":") === prefix) {
			return special.check(embedded(groups.slice(count, count + 2)), "ipv4");
		}
	}
	return !globalUnicast.check(bare, "ipv6") || specialInGlobalUnicast.check(bare, "ipv6");
}

/** The eight groups of an IPv6 address, in lower-case hexadecimal without leading zeros. */
function expand(address: string): string[] {
	// The WHATWG URL parser writes every IPv6 address in its shortest form, dotted quads included.
	const shortest = new URL(`http://[${address}]/`).hostname.slice(1, -1);
	const [head = "", tail] = shortest.split("::");
	const left = head === "" ? [] : head.split(":");
	const right = tail === undefined || tail === "" ? [] : tail.split(":");
	return [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
}

function embedded(groups: readonly string[]): string {
	const [high = 0, low = 0] = groups.map((group) => Number.parseInt(group, 16));
	return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
