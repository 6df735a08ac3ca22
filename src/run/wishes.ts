import picomatch from "picomatch";
import { dayOf } from "../check/clock.ts";
import { isExcluded } from "../config/pattern.ts";
import type { IgnoreEntry, Options } from "../config/settings.ts";
import type { Span } from "../model.ts";
import type { Shelf } from "../resolve/shelf.ts";
import type { BaselineEntry } from "../suppress/baseline.ts";
import type { Ignore } from "../suppress/ignores.ts";
import type { Wishes } from "./findings.ts";

/** Where the configuration of a run is. */
export interface ConfigPlace {
	/** Relative to the root of the tree. */
	readonly path: string;
	/** True when a run is over all documents that the configuration is for. */
	readonly whole: boolean;
}

/** What the options say about findings. */
export function wishesOf(
	options: Pick<Options, "rules" | "ignore">,
	about: {
		/** Milliseconds since the epoch. */
		readonly now: number;
		readonly shelf: Shelf;
		readonly baseline: readonly BaselineEntry[];
		readonly config: ConfigPlace | undefined;
	},
): Wishes {
	const { now, shelf, baseline, config } = about;
	const today = dayOf(now);
	return {
		severities: options.rules,
		ignores: options.ignore.map((entry) => ignoreOf(entry, config, today)),
		today,
		baseline,
		isGone: (path) => shelf.find(path).state === "missing",
	};
}

/** Globs come from the checked tree: without nested patterns, none takes long to match. */
function ignoreOf(entry: IgnoreEntry, config: ConfigPlace | undefined, today: string): Ignore {
	const { rule, path, url, until, at } = entry;
	const speaks = config !== undefined && (config.whole || (until !== undefined && until < today));
	return {
		...(rule !== undefined && { rule }),
		...(path !== undefined && { path: picomatch(path, { dot: true, noextglob: true }) }),
		...(url !== undefined && { url: (link) => isExcluded(link, { exclude: [url], include: [] }) }),
		...(until !== undefined && { until }),
		...(speaks && {
			origin: { path: config.path, span: spanAt(at), written: `ignore (${wordEntry(entry)})` },
		}),
	};
}

function wordEntry({ rule, path, url }: IgnoreEntry): string {
	const names = Object.entries({ rule, path, url }).filter(([, value]) => value !== undefined);
	return names.length === 0 ? "everything" : names.map(([name, value]) => `${name}: ${value}`).join(", ");
}

function spanAt({ line, column }: NonNullable<IgnoreEntry["at"]> = { line: 1, column: 1 }): Span {
	const position = { line, column, offset: 0 };
	return { start: position, end: position };
}
