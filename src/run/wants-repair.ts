import type { Options } from "../config/settings.ts";

/** Which edits are to be made, or shown. */
export type Level = Pick<Options, "fix" | "fix-suggested" | "fix-dry-run">;

export function wantsRepair(options: Level): boolean {
	return options.fix || options["fix-suggested"] || options["fix-dry-run"];
}
