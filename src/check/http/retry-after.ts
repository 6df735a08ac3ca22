import type { Attempt } from "../../model.ts";

/**
 * Milliseconds that an answer asks to wait, if it does: Retry-After as seconds, as a date (RFC 9110, 10.2.3) and as `1m30s`;
 * else an exhausted RateLimit (the IETF draft's header, its older split form, and the X- form with seconds or an epoch).
 * Never negative, never infinite; what cannot be read is as if it were not there.
 */
export function requestedWait(headers: Attempt["headers"], now: number): number | undefined {
	const retryAfter = headers["retry-after"]?.trim();
	if (retryAfter !== undefined) return duration(retryAfter) ?? untilDate(retryAfter, now);
	for (const policy of (headers.ratelimit ?? "").split(/,\s*(?=")/)) {
		const window = /(?:^|[;,\s])(?:t|reset)=(\d{1,10})/.exec(policy)?.[1];
		const exhausted = /(?:^|[;,\s])(?:r|remaining)=0(?![\d.])/.test(policy);
		if (exhausted && window !== undefined) return Number(window) * 1000;
	}
	for (const prefix of ["ratelimit", "x-ratelimit"]) {
		const reset = headers[`${prefix}-reset`]?.trim() ?? "";
		if (headers[`${prefix}-remaining`]?.trim() !== "0" || !seconds.test(reset)) continue;
		// No window is thirty years long: such a number is a moment, in seconds since the epoch.
		return Number(reset) > 1e9 ? Math.max(0, Number(reset) * 1000 - now) : Number(reset) * 1000;
	}
	return undefined;
}

/** Ten digits are three hundred years; a longer number is no time. */
const seconds = /^\d{1,10}(?:\.\d+)?$/;
const units = /^(?:(\d{1,10})h)?\s?(?:(\d{1,10})m)?\s?(?:(\d{1,10}(?:\.\d+)?)s)?$/;

function duration(value: string): number | undefined {
	if (seconds.test(value)) return Number(value) * 1000;
	const match = units.exec(value);
	if (match === null || value === "") return undefined;
	const [, hours = 0, minutes = 0, rest = 0] = match;
	return (Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)) * 1000;
}

function untilDate(value: string, now: number): number | undefined {
	const at = Date.parse(value);
	return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
