import { isIP, type LookupFunction } from "node:net";
import { isPrivateAddress } from "./addresses.ts";
import type { ResolveName } from "./names.ts";

/** Thrown for a host whose every address is private. */
export class PrivateAddressError extends Error {
	readonly code = "EPRIVATE";
}

/**
 * Decides on the address that is connected to, not on the name: what this gives is what the socket uses, so a name cannot
 * answer differently between the check and the connection. A name with public and private addresses is reached by its
 * public ones only.
 *
 * @param allows names and literals that may be private.
 */
export function guardedLookup(resolve: ResolveName, allows: (host: string) => boolean): LookupFunction {
	return (hostname, options, callback) => {
		resolve(hostname).then(
			(addresses) => {
				const open = addresses.filter(({ address }) => allows(hostname) || !isPrivateAddress(address));
				const [first] = open;
				if (first === undefined) callback(privateAddress(hostname, addresses[0]?.address), "", 0);
				else if (options.all) callback(null, open);
				else callback(null, first.address, first.family);
			},
			(error: NodeJS.ErrnoException) => callback(error, "", 0),
		);
	};
}

/** A literal is never looked up, so it is checked before a socket is made. Throws PrivateAddressError. */
export function guardLiteral(hostname: string, allows: (host: string) => boolean): void {
	const literal = hostname.replace(/^\[|\]$/g, "");
	if (isIP(literal) !== 0 && !allows(literal) && isPrivateAddress(literal)) {
		throw privateAddress(literal, literal);
	}
}

function privateAddress(hostname: string, address: string | undefined): PrivateAddressError {
	const where = address === undefined || address === hostname ? hostname : `${hostname} (${address})`;
	return new PrivateAddressError(`${where} is not a public address`);
}
