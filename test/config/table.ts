import { type OptionTable, optionTable } from "../../src/config/options.ts";

/** A table with a small vocabulary of rules. */
export const table: OptionTable = optionTable({
	formats: ["text", "json", "jsonl", "github", "markdown", "sarif", "junit", "rdjson", "gitlab", "csv"],
	rules: ["local-target", "anchor", "pdf", "dead-link", "moved-link"],
});

/** The message of what `run` throws; fails when it throws nothing. */
export function messageOf(run: () => unknown): string {
	try {
		run();
	} catch (error) {
		return (error as Error).message;
	}
	throw new Error("nothing was thrown");
}
