import type { Attempt } from "../../model.ts";

/**
 * Milliseconds that an answer asks to wait, if it does: Retry-After as seconds, as a date (RFC 9110, 10.2.3) and as `1m30s`;
 * else an exhausted RateLimit (the IETF draft's header, its older split form, and the X- form with seconds or an epoch).
 */
export function requestedWait(headers: Attempt["headers"], now: number): number | undefined {
	const retryAfter = headers["retry-after"]?.trim();
	if (retryAfter !== undefined) return duration(retryAfter) ?? untilDate(retryAfter, now);
	const structured = /(?:^|[;,\s])r=0\b.*?[;\s]t=(\d+)/.exec(headers.ratelimit ?? "")?.[1];
	if (structured !== undefined) return Number(structured) * 1000;
	for (const prefix of ["ratelimit", "x-ratelimit"]) {
		const reset = Number(headers[`${prefix}-reset`]);
		if (headers[`${prefix}-remaining`]?.trim() !== "0" || !Number.isFinite(reset)) continue;
		// No window is thirty years long: such a number is a moment, in seconds since the epoch.
		return reset > 1e9 ? Math.max(0, reset * 1000 - now) : reset * 1000;
	}
	return undefined;
}

function duration(value: string): number | undefined {
	if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
	const match = /^(?:(\d+)h)?\s*(?:(\d+)m)?\s*(?:(\d+(?:\.\d+)?)s)?$/.exec(value);
	if (match === null || value === "") return undefined;
	const [, hours = 0, minutes = 0, seconds = 0] = match;
	return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}

function untilDate(value: string, now: number): number | undefined {
	const at = Date.parse(value);
	return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
