/* What several readers look for, as sources of expressions. */

const inDestination = String.raw`[^\s()<>\\\0-\x1F\x7F]*`;

/** A destination without brackets around it and with at most one level of parentheses in it; it may be empty. */
export const destination: string = String.raw`${inDestination}(?:\(${inDestination}\)${inDestination})*`;

/** A title in double quotes, after a blank. */
export const title: string = String.raw` "([^"\\&\0-\x1F\x7F]*)"`;

export const characterReference: string = String.raw`&(?:#|[a-zA-Z\d]+;)`;

const anyReference = new RegExp(characterReference);

/** Whether a destination is an address, as it is written. */
export function isAddress(written: string): boolean {
	return written !== "" && !anyReference.test(written);
}
