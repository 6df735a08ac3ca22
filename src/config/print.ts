import { stringify } from "yaml";
import { maskHeader } from "./header.ts";
import type { Merged } from "./merge.ts";
import type { Option } from "./option.ts";
import type { OptionTable } from "./options.ts";
import type { SettingName, Settings } from "./settings.ts";

/** What a run would be told, as a configuration file; a comment at each key says where its value comes from. */
export function printConfig({ settings, origins }: Merged, table: OptionTable): string {
	const values = shown(settings);
	return (Object.entries(table) as [SettingName, Option][])
		.filter(([name, { surfaces }]) => surfaces.includes("file") && values[name] !== undefined)
		.map(([name]) =>
			stringify({ [name]: values[name] }, { lineWidth: 0 }).replace("\n", () => ` # ${origins[name]}\n`),
		)
		.join("");
}

/** Without secrets, and without what is known only since a file was read. */
function shown(settings: Settings): Settings {
	const ignore = settings.ignore.map(({ at: _, ...entry }) => entry);
	return { ...settings, header: settings.header.map(maskHeader), ignore };
}
