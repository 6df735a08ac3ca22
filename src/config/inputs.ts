import type { Option } from "./option.ts";
import type { OptionTable } from "./options.ts";
import { ConfigError, type Problem } from "./problem.ts";
import type { SettingName, Settings } from "./settings.ts";
import { join, readWord } from "./word.ts";

/**
 * Reads an action's inputs. `input` gives the text of one, empty where it is not given. Lists have one item a line.
 *
 * @throws {ConfigError} for everything that is wrong with them.
 */
export function parseInputs(input: (name: string) => string, table: OptionTable): Partial<Settings> {
	const settings: Partial<Record<SettingName, unknown>> = {};
	const problems: Problem[] = [];
	for (const [name, option] of Object.entries(table) as [SettingName, Option][]) {
		if (!option.surfaces.includes("action")) continue;
		for (const word of wordsOf(input(name), option)) {
			const given = readWord(`input ${name}`, option, word);
			problems.push(...given.problems);
			settings[name] = join(settings[name], given.value);
		}
	}
	if (problems.length > 0) throw new ConfigError(problems);
	return settings as Partial<Settings>;
}

function wordsOf(text: string, { kind }: Option): readonly string[] {
	const isList = Array.isArray(kind.read("word"));
	const words = isList ? text.split("\n") : [text];
	return words.map((word) => word.trim()).filter((word) => word !== "");
}
