import { errors } from "undici";
import { expect, test } from "vitest";
import { failureOf } from "../../../src/check/http/failure.ts";
import type { FailureCode } from "../../../src/model.ts";

const withCode = (code: string): Error => Object.assign(new Error("it broke"), { code });

test.each<[string, FailureCode]>([
	["EPRIVATE", "private-address"],
	["ENOTFOUND", "no-such-host"],
	["EAI_AGAIN", "lookup-failed"],
	["EAI_FAIL", "lookup-failed"],
	["ESERVFAIL", "lookup-failed"],
	["ECONNREFUSED", "refused"],
	["ENETUNREACH", "unreachable"],
	["EHOSTUNREACH", "unreachable"],
	["EADDRNOTAVAIL", "unreachable"],
	["ETIMEDOUT", "timeout"],
	["UND_ERR_CONNECT_TIMEOUT", "timeout"],
	["UND_ERR_HEADERS_TIMEOUT", "timeout"],
	["UND_ERR_BODY_TIMEOUT", "timeout"],
	["CERT_HAS_EXPIRED", "tls-expired"],
	["CERT_NOT_YET_VALID", "tls-expired"],
	["ERR_TLS_CERT_ALTNAME_INVALID", "tls-wrong-host"],
	["DEPTH_ZERO_SELF_SIGNED_CERT", "tls-self-signed"],
	["SELF_SIGNED_CERT_IN_CHAIN", "tls-self-signed"],
	["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "tls-incomplete"],
	["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls-incomplete"],
	["ERR_SSL_WRONG_VERSION_NUMBER", "tls-handshake"],
	["EPROTO", "tls-handshake"],
	["CERT_REVOKED", "tls-handshake"],
	["HPE_INVALID_HEADER_TOKEN", "unreadable-answer"],
	["UND_ERR_HEADERS_OVERFLOW", "unreadable-answer"],
	["ECONNRESET", "reset"],
	["EPIPE", "reset"],
	["UND_ERR_SOCKET", "reset"],
	["A_CODE_OF_TOMORROW", "reset"],
])("%s is %s", (code, expected) => {
	expect(failureOf(withCode(code))).toEqual({ code: expected, detail: "it broke" });
});

test("what undici's parser refuses is unreadable, although its error has no code", () => {
	expect(failureOf(new errors.HTTPParserError("Invalid header token"))).toMatchObject({
		code: "unreadable-answer",
	});
});

test.each([
	["bad response", "unreadable-answer"],
	["bad upgrade", "unreadable-answer"],
	["other side closed", "reset"],
])("undici's “%s” is %s", (message, code) => {
	expect(failureOf(new errors.SocketError(message))).toMatchObject({ code });
});

test.each<[string, unknown, ReturnType<typeof failureOf>]>([
	[
		"the cause of an error without a code",
		new TypeError("fetch failed", { cause: withCode("ENOTFOUND") }),
		{ code: "no-such-host", detail: "it broke" },
	],
	[
		"the last of several addresses",
		new AggregateError([withCode("ENETUNREACH"), withCode("ECONNREFUSED")], "all failed"),
		{ code: "refused", detail: "it broke" },
	],
	[
		"an aggregate inside another error",
		new Error("outer", { cause: new AggregateError([withCode("ETIMEDOUT")]) }),
		{ code: "timeout", detail: "it broke" },
	],
	["an empty aggregate", new AggregateError([], "nothing"), { code: "reset", detail: "nothing" }],
	[
		"its own code before that of the cause",
		Object.assign(new Error("mine", { cause: withCode("ENOTFOUND") }), { code: "ECONNREFUSED" }),
		{ code: "refused", detail: "mine" },
	],
	["a code that is no text", Object.assign(new Error("odd"), { code: 7 }), { code: "reset", detail: "odd" }],
	[
		"the name of an error without a code",
		new DOMException("too slow", "TimeoutError"),
		{ code: "timeout", detail: "too slow" },
	],
	["the first line of a message", new Error("one\ntwo"), { code: "reset", detail: "one" }],
	["a text", "boom", { code: "reset", detail: "boom" }],
	["nothing", undefined, { code: "reset", detail: "undefined" }],
])("tells %s", (_, thrown, expected) => {
	expect(failureOf(thrown)).toEqual(expected);
});
