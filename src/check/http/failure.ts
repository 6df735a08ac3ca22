import type { Attempt, FailureCode } from "../../model.ts";

type Failure = NonNullable<Attempt["failure"]>;

/** What the codes of Node, OpenSSL, llhttp and undici mean to someone who followed a link. */
const codes: ReadonlyArray<readonly [RegExp, FailureCode]> = [
	[/^EPRIVATE$/, "private-address"],
	[/^ENOTFOUND$/, "no-such-host"],
	[/^(EAI_\w+|EDESTADDRREQ|ENODATA|ESERVFAIL)$/, "lookup-failed"],
	[/^ECONNREFUSED$/, "refused"],
	[/^(ENETUNREACH|EHOSTUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|EACCES|EPERM)$/, "unreachable"],
	[/^(ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|TimeoutError)$/, "timeout"],
	[/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/, "tls-expired"],
	[/^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/, "tls-wrong-host"],
	[/^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/, "tls-self-signed"],
	[/^(UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE)$/, "tls-incomplete"],
	[/^(ERR_SSL_\w+|ERR_TLS_\w+|EPROTO|CERT_\w+)$/, "tls-handshake"],
	[
		/^(HTTPParserError|HPE_\w+|UND_ERR_(HEADERS_OVERFLOW|RES_CONTENT_LENGTH_MISMATCH|RES_EXCEEDED_MAX_SIZE))$/,
		"unreadable-answer",
	],
];

/** undici has one code for a connection that broke and for a 1xx answer that it does not understand. */
const misunderstood = /^bad (response|upgrade)$/;

/** Turns whatever a socket or a parser threw into one failure. What is unknown counts as a reset connection. */
export function failureOf(error: unknown): Failure {
	const cause = rootCause(error);
	const name = misunderstood.test(cause.message) ? "HTTPParserError" : (cause.code ?? cause.name);
	const code = codes.find(([pattern]) => pattern.test(name))?.[1] ?? "reset";
	return { code, detail: cause.message.split("\n", 1)[0] ?? name };
}

interface Cause {
	readonly code?: string;
	readonly name: string;
	readonly message: string;
}

/** An AggregateError has one error per address that was tried: the last one is the most telling. */
function rootCause(error: unknown): Cause {
	if (!(error instanceof Error)) return { name: "Error", message: String(error) };
	if (error instanceof AggregateError && error.errors.length > 0) return rootCause(error.errors.at(-1));
	const { code, cause } = error as Error & { code?: unknown; cause?: unknown };
	if (typeof code !== "string" && cause instanceof Error) return rootCause(cause);
	return { name: error.name, message: error.message, ...(typeof code === "string" ? { code } : {}) };
}
