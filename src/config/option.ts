import type { Kind } from "./kind.ts";

/** Where an option can be given. An argument is a word of the command line that belongs to no flag. */
type Surface = "argument" | "flag" | "file" | "action";

/** The sections of `--help`, in its order. */
export const groups = ["What is checked", "Network", "Findings and reports", "Running"] as const;

/** Everything there is to know about one option but its name. */
export interface Option<Value = unknown> {
	readonly kind: Kind<Value>;
	/** Absent where there is none. */
	readonly default?: Value;
	readonly group: (typeof groups)[number];
	/** One line, without a full stop. */
	readonly about: string;
	readonly surfaces: readonly Surface[];
	/** What stands for the value in `--help`; absent where no word is taken. */
	readonly placeholder?: string;
	readonly short?: string;
	/** Another flag that means one value of this option. */
	readonly shorthand?: { readonly flag: string; readonly value: Value };
	/** What action.yml gives where nobody says anything, as an expression of workflows. */
	readonly expression?: string;
	/** True when its values are never shown. */
	readonly secret?: boolean;
}
