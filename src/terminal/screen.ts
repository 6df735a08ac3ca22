import type { Page } from "../report/reporter.ts";
import { blobUrlOf, type Environment } from "../run/runner.ts";

/** The part of a stream that says what it is. */
export interface Screen {
	readonly isTTY?: boolean;
	readonly columns?: number;
}

/** Colours by the conventions of no-color.org and force-color.org, else on a terminal. */
export function hasColor(screen: Screen, env: Environment): boolean {
	if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
	if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
	return screen.isTTY === true && env.TERM !== "dumb";
}

/** Terminals that are known to make OSC 8 links clickable; the others would at best ignore them. */
export function hasHyperlinks(screen: Screen, env: Environment): boolean {
	if (env.FORCE_HYPERLINK !== undefined) return env.FORCE_HYPERLINK !== "0";
	if (!hasColor(screen, env) || screen.isTTY !== true) return false;
	if (env.WT_SESSION !== undefined || env.KITTY_WINDOW_ID !== undefined || env.KONSOLE_VERSION !== undefined)
		return true;
	if (Number(env.VTE_VERSION ?? 0) >= 5000) return true;
	if (/^(xterm-(kitty|ghostty)|alacritty|foot)/.test(env.TERM ?? "")) return true;
	return /^(iTerm\.app|WezTerm|vscode|ghostty|Hyper|rio|Tabby)$/.test(env.TERM_PROGRAM ?? "");
}

/** The look of a page on a screen. `root` is absolute; `prefix` leads to it from the working directory. */
export function pageOn(
	screen: Screen,
	env: Environment,
	place: {
		readonly root: string;
		readonly prefix: string;
		readonly quiet: boolean;
		readonly verbose: boolean;
	},
): Page {
	const blobUrl = blobUrlOf(env);
	return {
		color: hasColor(screen, env),
		columns: screen.columns ?? 80,
		prefix: place.prefix,
		quiet: place.quiet,
		verbose: place.verbose,
		...(hasHyperlinks(screen, env) ? { hyperlinks: place.root } : {}),
		...(blobUrl === undefined ? {} : { blobUrl }),
	};
}
