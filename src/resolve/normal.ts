/**
 * Whether a web address is its own normal form, `new URL(url).href`, as far as that is certain from its characters: most are, and
 * parsing them costs more than all else that it takes to resolve a link. False says nothing.
 *
 * By the WHATWG URL Standard, nothing is left to change in:
 * - a host of lower case letters, digits and hyphens, which no label makes Punycode, and which no last label that begins with a
 *   digit makes an IPv4 address: https://url.spec.whatwg.org/#concept-domain-to-ascii, #ends-in-a-number-checker;
 * - a path that is there, of code points outside of the path percent-encode set: #path-percent-encode-set. No part begins with a dot
 *   or its percent-encoding, so that none is `.` or `..`;
 * - a query of code points outside of the special-query percent-encode set: #special-query-percent-encode-set.
 */
export function isNormal(url: string): boolean {
	return normal.test(url);
}

const normal =
	/^https?:\/\/(?:(?!xn--)[a-z\d-]+\.)+(?!xn--)[a-z][a-z\d-]*(?:\/(?:[\w~!$&'()*+,;=:@-][\w~!$&'()*+,;=:@%.-]*)?)+(?:\?[\w~!$&()*+,;=:@%./?-]*)?$/;
