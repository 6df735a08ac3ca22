import type { LookupAddress, LookupAllOptions } from "node:dns";
import { expect, test } from "vitest";
import { guardedLookup, guardLiteral, PrivateAddressError } from "../../../src/check/http/guard.ts";

const nobody = (_: string): boolean => false;
const names: Readonly<Record<string, readonly string[]>> = {
	"public.test": ["93.184.216.34", "2606:2800:220:1::1"],
	"private.test": ["10.0.0.1", "fd00::1"],
	"mixed.test": ["127.0.0.1", "93.184.216.34", "::ffff:10.0.0.1"],
	"metadata.test": ["169.254.169.254"],
	"empty.test": [],
};

async function resolve(hostname: string): Promise<readonly LookupAddress[]> {
	const found = names[hostname];
	if (found === undefined) throw Object.assign(new Error(hostname), { code: "ENOTFOUND" });
	return found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
}

type Result = readonly LookupAddress[] | string | NodeJS.ErrnoException;

function look(hostname: string, allows = nobody, all = true): Promise<Result> {
	return new Promise((done) => {
		const options = { all } as LookupAllOptions;
		guardedLookup(resolve, allows)(hostname, options, (error, addresses, family) =>
			done(error ?? (typeof addresses === "string" ? `${addresses} ${family}` : addresses)),
		);
	});
}

test.each([
	["public.test", ["93.184.216.34", "2606:2800:220:1::1"]],
	["mixed.test", ["93.184.216.34"]],
])("%s is reached by its public addresses only", async (hostname, addresses) => {
	expect(await look(hostname)).toMatchObject(addresses.map((address) => ({ address })));
	expect(await look(hostname)).toHaveLength(addresses.length);
});

test.each([
	["private.test", "private.test (10.0.0.1) is not a public address"],
	["metadata.test", "metadata.test (169.254.169.254) is not a public address"],
	["empty.test", "empty.test is not a public address"],
])("%s is refused", async (hostname, message) => {
	const error = await look(hostname);
	expect(error).toBeInstanceOf(PrivateAddressError);
	expect(error).toMatchObject({ code: "EPRIVATE", message });
});

test("a host that is allowed may be private, others stay refused", async () => {
	const allows = (host: string): boolean => host === "private.test";
	expect(await look("private.test", allows)).toHaveLength(2);
	expect(await look("metadata.test", allows)).toBeInstanceOf(PrivateAddressError);
});

test("gives one address where one is asked for", async () => {
	expect(await look("mixed.test", nobody, false)).toBe("93.184.216.34 4");
});

test("a failed look-up fails as it did", async () => {
	expect(await look("nowhere.test")).toMatchObject({ code: "ENOTFOUND" });
});

test.each(["127.0.0.1", "[::1]", "10.0.0.1", "[::ffff:7f00:1]", "169.254.169.254"])(
	"the literal %s is refused unless it is allowed",
	(hostname) => {
		expect(() => guardLiteral(hostname, nobody)).toThrow(PrivateAddressError);
		expect(() => guardLiteral(hostname, () => true)).not.toThrow();
	},
);

test.each(["93.184.216.34", "[2606:2800:220:1::1]", "private.test"])(
	"%s is no private literal",
	(hostname) => {
		expect(() => guardLiteral(hostname, nobody)).not.toThrow();
	},
);
