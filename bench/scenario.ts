/** What a scenario is asked for on the command line. */
export interface Wishes {
	/** Of each contestant; undefined is for the scenario to say. */
	readonly runs: number | undefined;
	/** Whether a contestant takes part, by its name. */
	readonly wants: (name: string) => boolean;
	/** Instead of the usual ones, if there are any: links of `web`, megabytes of `tree`, files of `pull-request`. */
	readonly sizes: readonly number[];
	/** Seconds until a run is stopped. */
	readonly patience: number;
	/** Absolute: an empty folder. */
	readonly scratch: string;
}

/** A question to ask of several programs. Gives Markdown, a part for each size as soon as it is known. */
export type Scenario = (wishes: Wishes) => AsyncIterable<string>;
