import type { World } from "../audit.ts";
import { loadConfig } from "../config/load.ts";
import { defaultLayer, type Layer, type Merged, mergeSettings } from "../config/merge.ts";
import { type OptionTable, optionTable } from "../config/options.ts";
import { reporters } from "../report/index.ts";
import { rules } from "../rules/index.ts";

/** Every option there is, with the names of the reporters and rules that there are. */
export const options: OptionTable = optionTable({
	formats: Object.keys(reporters),
	rules: rules.map(({ id }) => id),
});

/**
 * With something to compare with, only what changed goes to the network, unless somebody says otherwise; and a person's word goes
 * before an event's.
 */
export function settingsWith({ settings, origins }: Merged, base: World["base"]): Merged["settings"] {
	const compares = settings.since !== undefined || base !== undefined;
	return compares && origins.network === "default" ? { ...settings, network: "changed" } : settings;
}

/** The file that the entries of `ignore` come from, and whether a run is over all that it is for. */
export function ignoreFileOf({ origins }: Merged): World["config"] {
	const file = origins.ignore;
	if (file === undefined || file === "default") return undefined;
	return { file, whole: origins.paths === "default" || origins.paths === file };
}

/**
 * Defaults, then the configuration file, then what was said for this run.
 *
 * @throws {ConfigError}
 */
export async function settingsFor(cwd: string, said: Layer): Promise<Merged> {
	const loaded = await loadConfig(cwd, said.settings.config, options);
	const file: Layer[] = loaded === undefined ? [] : [{ origin: loaded.file, settings: loaded.settings }];
	return mergeSettings(defaultLayer(options), ...file, said);
}
