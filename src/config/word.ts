import { faultsIn } from "./fault.ts";
import type { Option } from "./option.ts";
import type { Problem } from "./problem.ts";

/** What a word given to an option means, or what is wrong with it. `label` names the option as it was given. */
export function readWord(
	label: string,
	option: Option,
	word: string,
): { readonly value: unknown; readonly problems: readonly Problem[] } {
	const value = option.kind.read(word);
	const problems = faultsIn(option, value).map(({ message, help }) => ({
		message: `${label}: ${message}`,
		...(help === undefined ? {} : { help }),
	}));
	return { value, problems };
}

/** What an option means that is given twice: lists grow, other values are replaced. */
export function join(earlier: unknown, later: unknown): unknown {
	return Array.isArray(earlier) && Array.isArray(later) ? [...earlier, ...later] : later;
}
