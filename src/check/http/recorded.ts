import * as z from "zod";
import type { Attempt, AttemptCause, BodyFacts, Ending, FailureCode, HttpObservation } from "../../model.ts";

/** Every word of a union, once: a word that is added to the model and forgotten here does not compile. */
const words = <Word extends string>(all: Readonly<Record<Word, true>>) =>
	z.enum(Object.keys(all) as [Word, ...Word[]]);

const causes = words<AttemptCause>({
	first: true,
	redirect: true,
	refresh: true,
	retry: true,
	identity: true,
	lenient: true,
	sibling: true,
});

const endings = words<Ending>({
	deadline: true,
	cancelled: true,
	"rate-limited": true,
	"host-silent": true,
	"no-network": true,
});

const failureCodes = words<FailureCode>({
	"no-such-host": true,
	"lookup-failed": true,
	"private-address": true,
	refused: true,
	unreachable: true,
	reset: true,
	timeout: true,
	"tls-expired": true,
	"tls-wrong-host": true,
	"tls-self-signed": true,
	"tls-incomplete": true,
	"tls-handshake": true,
	"unreadable-answer": true,
	"bad-redirect": true,
	"foreign-redirect": true,
	"redirect-loop": true,
	"too-many-redirects": true,
});

const kinds = words<BodyFacts["looksLike"]>({
	html: true,
	pdf: true,
	xml: true,
	json: true,
	text: true,
	binary: true,
	empty: true,
});

const webAddress = z.string().refine((text) => URL.canParse(text));

const body: z.ZodType<BodyFacts> = z.looseObject({
	looksLike: kinds,
	bytes: z.number(),
	complete: z.boolean(),
	title: z.string().exactOptional(),
	h1: z.string().exactOptional(),
	textLength: z.number(),
	text: z.string().exactOptional(),
	source: z.string().exactOptional(),
	refresh: z.strictObject({ url: webAddress, seconds: z.number() }).exactOptional(),
	ids: z.array(z.string()).exactOptional(),
	shell: z.boolean(),
});

const attempt: z.ZodType<Attempt> = z.looseObject({
	cause: causes,
	method: z.literal("GET"),
	url: webAddress,
	identity: z.enum(["plain", "compatible"]),
	status: z.int().exactOptional(),
	failure: z.strictObject({ code: failureCodes, detail: z.string() }).exactOptional(),
	headers: z.record(z.string(), z.string()),
	address: z.string().exactOptional(),
	milliseconds: z.number(),
	body: body.exactOptional(),
});

/** An observation as it comes back from a file: whole enough to be judged, or refused. */
export const recordedObservation: z.ZodType<HttpObservation> = z.looseObject({
	kind: z.literal("http"),
	key: webAddress,
	attempts: z.array(attempt),
	via: z.string(),
	ended: endings.exactOptional(),
});
