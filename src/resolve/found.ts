import type { PathState } from "../model.ts";

/** What a path turned out to be. */
export interface Found {
	readonly state: PathState;
	/** The path that was meant, where it is known. */
	readonly actual?: string;
	readonly likeness?: "exact" | "similar";
	/** The arXiv paper that the missing file was. */
	readonly arxiv?: string;
}
