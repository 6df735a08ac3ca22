import type { OptionTable } from "./options.ts";
import type { SettingName, Settings } from "./settings.ts";

/** Some settings, all from one place. */
export interface Layer {
	/** The place in words: `.shelfread.yml`, `command line`. */
	readonly origin: string;
	readonly settings: Partial<Settings>;
}

export interface Merged {
	readonly settings: Settings;
	/** The origin of each value that is set. */
	readonly origins: Readonly<Partial<Record<SettingName, string>>>;
}

/** Lays layers over each other; a later one wins. Values replace each other as a whole: lists and maps are not joined. */
export function mergeSettings(...layers: readonly Layer[]): Merged {
	const origins = layers.flatMap(({ origin, settings }) =>
		Object.keys(settings).map((name) => [name, origin]),
	);
	return {
		settings: Object.assign({}, ...layers.map((layer) => layer.settings)) as Settings,
		origins: Object.fromEntries(origins),
	};
}

/** The lowest layer: what holds where nothing is said. */
export function defaultLayer(table: OptionTable): Layer {
	const entries = Object.entries(table).flatMap(([name, option]) =>
		option.default === undefined ? [] : [[name, option.default]],
	);
	return { origin: "default", settings: Object.fromEntries(entries) };
}
