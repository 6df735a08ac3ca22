import { type FileAccess, observeFile } from "../check/files.ts";
import type { Lookers } from "../check/observe.ts";
import { isExcluded } from "../config/pattern.ts";
import type { Options } from "../config/settings.ts";
import type { Reason, ResolvedLink, Touched } from "../model.ts";

/** What decides which links are looked at, and for what. */
export type LookerOptions = Pick<Options, "exclude" | "include" | "fragments" | "network">;

/** What a run looks with. */
export interface Eyes {
	readonly look: Lookers["web"];
	readonly access: FileAccess;
	/** Absent where the run has no base. */
	readonly touched: Touched | undefined;
}

/** Who looks at links, and at which not. */
export function lookersFor(options: LookerOptions, { look, access, touched }: Eyes): Lookers {
	return {
		web: (target, anchors) => look(target, anchors && options.fragments),
		file: (target, wants) => observeFile(target, wants, access),
		skip: (link) => reasonToSkip(link, options, touched),
	};
}

/** Why a link is not looked at, if it is not. */
export function reasonToSkip(
	resolved: ResolvedLink,
	options: LookerOptions,
	touched: Touched = () => true,
): Reason | undefined {
	const { link, target } = resolved;
	if (isExcluded(resolved, options)) return "excluded";
	if (target.kind !== "http") return undefined;
	if (options.network === "none") return "offline";
	const { start, end } = link.span;
	return options.network === "changed" && !touched(link.path, start.line, end.line) ? "unchanged" : undefined;
}
