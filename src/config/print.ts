import { stringify } from "yaml";
import { maskHeader } from "./header.ts";
import type { Merged } from "./merge.ts";
import type { Option } from "./option.ts";
import type { OptionTable, SettingName } from "./options.ts";

/** What a run would be told, as a configuration file; a comment at each key says where its value comes from. */
export function printConfig({ settings, origins }: Merged, table: OptionTable): string {
	return (Object.entries(table) as [SettingName, Option][])
		.filter(([name, { surfaces }]) => surfaces.includes("file") && settings[name] !== undefined)
		.map(([name]) => {
			const value = name === "header" ? settings.header.map(maskHeader) : settings[name];
			return stringify({ [name]: value }, { lineWidth: 0 }).replace("\n", () => ` # ${origins[name]}\n`);
		})
		.join("");
}
