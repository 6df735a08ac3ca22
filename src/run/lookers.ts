import { type FileAccess, observeFile } from "../check/files.ts";
import type { Web } from "../check/http/web.ts";
import type { Lookers } from "../check/observe.ts";
import { isExcluded } from "../config/pattern.ts";
import type { Options } from "../config/settings.ts";
import type { Reason, ResolvedLink, Touched } from "../model.ts";

/** Who looks at links, and at which not. `touched` is there where the run has a base. */
export function lookersFor(
	options: Pick<Options, "exclude" | "include" | "fragments" | "network">,
	web: Web,
	access: FileAccess,
	touched: Touched | undefined,
): Lookers {
	return {
		web: (target, anchors) => web.look(target, anchors && options.fragments),
		file: (target, wants) => observeFile(target, wants, access),
		skip: (link) => reasonToSkip(link, options, touched),
	};
}

function reasonToSkip(
	resolved: ResolvedLink,
	options: Pick<Options, "exclude" | "include" | "network">,
	touched: Touched = () => true,
): Reason | undefined {
	const { link, target } = resolved;
	if (isExcluded(resolved, options)) return "excluded";
	if (target.kind !== "http") return undefined;
	if (options.network === "none") return "offline";
	const { start, end } = link.span;
	return options.network === "changed" && !touched(link.path, start.line, end.line) ? "unchanged" : undefined;
}
