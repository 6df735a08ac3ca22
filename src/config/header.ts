import * as z from "zod";
import type { Item } from "./kind.ts";

/** A header that goes to one host, or with `*` to every host. */
export interface HostHeader {
	/** A host name in lower case, or `*`. */
	readonly host: string;
	readonly name: string;
	readonly value: string;
}

const shape = /^(?<host>\*|[^\s:/*]+) +(?<name>[!#$%&'*+.^_`|~\w-]+): *(?<value>[\t\x20-\x7e\x80-\xff]*)$/;

/** Names that carry a secret by their standard or their usual meaning. */
const secretName = /^(?:authorization|cookie|proxy-authorization|x-api-key)$|token|secret|key/i;

const expects = '"HOST Name: value" in quotes, where HOST is a host name or *';

/** Takes `HOST Name: value` apart; undefined when it is not of that shape. */
export function parseHeader(text: string): HostHeader | undefined {
	const { host, name, value } = shape.exec(text)?.groups ?? {};
	if (host === undefined || name === undefined || value === undefined) return undefined;
	return { host: host.toLowerCase(), name, value: value.trim() };
}

/** The header without its value, for everything that is printed. */
export function maskHeader(text: string): string {
	const header = parseHeader(text);
	return header === undefined ? "…" : `${header.host} ${header.name}: …`;
}

const agentExpects = "a name to send as User-Agent, in ASCII";

/** A valid value of the option `user-agent`. */
export const agentItem: Item = {
	expects: agentExpects,
	schema: z.string(agentExpects).regex(/^[\x20-\x7e]{1,200}$/, agentExpects),
};

/** A valid item of the option `header`. A secret must name the host it belongs to. */
export const headerItem: Item = {
	expects,
	schema: z
		.string(expects)
		.regex(shape, expects)
		.refine(
			(text) => !isOpenSecret(text),
			"the name of the host instead of * before a header that carries a secret",
		),
};

function isOpenSecret(text: string): boolean {
	const header = parseHeader(text);
	return header?.host === "*" && secretName.test(header.name);
}
