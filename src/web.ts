import type { Clock } from "./check/clock.ts";
import { openWeb, type Web } from "./check/http/web.ts";
import { parseHeader } from "./config/header.ts";
import type { Options } from "./config/options.ts";
import { version } from "./config/version.ts";

const HOME = "https://github.com/shelfread/shelfread";

/** The network as the options want it. */
export function openWebFor(options: Options, clock: Clock, signal: AbortSignal): Web {
	const perHost = (host: string): number => options.hosts[host]?.concurrency ?? options["host-concurrency"];
	return openWeb({
		timeout: options.timeout,
		retries: options.retries,
		maxRedirects: options["max-redirects"],
		concurrency: options.concurrency,
		perHost,
		connections: Math.max(options["host-concurrency"], ...Object.keys(options.hosts).map(perHost)),
		allows: allowsPrivate(options["allow-private"]),
		userAgent: options["user-agent"] ?? `shelfread/${version} (+${HOME})`,
		headers: options.header.flatMap((text) => parseHeader(text) ?? []),
		clock,
		signal,
	});
}

function allowsPrivate(allowed: Options["allow-private"]): (host: string) => boolean {
	if (typeof allowed === "boolean") return () => allowed;
	const hosts = new Set(allowed.map((host) => host.toLowerCase().replace(/^\[|\]$/g, "")));
	return (host) => hosts.has(host.replace(/^\[|\]$/g, ""));
}
