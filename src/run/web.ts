import type { Clock } from "../check/clock.ts";
import { Cache, type CacheOptions } from "../check/http/cache.ts";
import { CacheFile } from "../check/http/cache-file.ts";
import { openWeb, type Web } from "../check/http/web.ts";
import { type HostHeader, parseHeader } from "../config/header.ts";
import type { Options } from "../config/settings.ts";
import { version } from "../config/version.ts";
import { suspects } from "../judge/http.ts";
import { recognise } from "../judge/signature.ts";
import { walls } from "../judge/walls.ts";
import { HOME } from "../report/home.ts";
import { cacheFiles } from "./cache-files.ts";

/** The network as the options want it. */
export function openWebFor(options: Options, clock: Clock, signal: AbortSignal, cache?: Cache): Web {
	const perHost = (host: string): number => options.hosts[host]?.concurrency ?? options["host-concurrency"];
	return openWeb({
		timeout: options.timeout,
		retries: options.retries,
		maxRedirects: options["max-redirects"],
		concurrency: options.concurrency,
		perHost,
		connections: Math.max(options["host-concurrency"], ...Object.keys(options.hosts).map(perHost)),
		allows: allowsPrivate(options["allow-private"]),
		userAgent: userAgent(options),
		headers: headers(options),
		signs: { isWall: (answer) => recognise(walls, answer) !== undefined, suspects },
		clock,
		signal,
		...(cache === undefined ? {} : { cache }),
	});
}

/**
 * The answers of earlier runs, from a file that is relative to `cwd`.
 *
 * @throws {ConfigError} when a symbolic link would lead the file out of `cwd`.
 */
export async function openCacheFor(
	file: string,
	options: Options,
	{ cwd, ...rest }: { readonly cwd: string } & Omit<CacheOptions, "circumstances">,
): Promise<Cache> {
	return new Cache(await CacheFile.open(cacheFiles(file, cwd).answers), {
		...rest,
		circumstances: circumstances(options),
	});
}

/** The options that change what is seen. A header counts by its name: its value may be a secret. */
function circumstances(options: Options): string {
	return JSON.stringify([
		userAgent(options),
		headers(options).map(({ host, name }) => `${host} ${name.toLowerCase()}`),
		options["max-redirects"],
		options.timeout,
		options.retries,
		options["allow-private"],
	]);
}

function userAgent(options: Options): string {
	return options["user-agent"] ?? `shelfread/${version} (+${HOME})`;
}

function headers(options: Options): readonly HostHeader[] {
	return options.header.flatMap((text) => parseHeader(text) ?? []);
}

function allowsPrivate(allowed: Options["allow-private"]): (host: string) => boolean {
	if (typeof allowed === "boolean") return () => allowed;
	const hosts = new Set(allowed.map((host) => host.toLowerCase().replace(/^\[|\]$/g, "")));
	return (host) => hosts.has(host.replace(/^\[|\]$/g, ""));
}
