import type { Definition } from "../model.ts";

/**
 * True for a definition that is there to say something to who reads the source: `[//]: # (text)`, `[comment]: <> (text)`.
 * Nothing refers to it, and nothing should.
 */
export function isRemark({ label, link }: Definition): boolean {
	return link.url === "" || link.url === "#" || /^\W+$/u.test(label) || /^_?comments?$/i.test(label);
}
