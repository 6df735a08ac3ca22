import { type Course, measure, type Sample, Trouble } from "./measure.ts";
import type { Tool } from "./tools.ts";

/** A tool with the arguments that it takes part with. */
export interface Contestant {
	/** As the table calls it. */
	readonly name: string;
	readonly tool: Tool;
	readonly args: readonly string[];
	/** The exit code of a run that did what it should. */
	readonly exits: number;
	/** Whether it runs once before it is measured. */
	readonly warm?: boolean;
	/** Changes something in the working directory before each of its runs, and gives what takes that back. */
	readonly change?: (cwd: string) => () => void;
}

export interface Result<C extends Contestant, S extends Sample> {
	readonly contestant: C;
	/** Empty when there is trouble. */
	readonly samples: readonly S[];
	/** Why there is nothing to compare. */
	readonly trouble?: string;
}

export interface Contest<C extends Contestant, S extends Sample> extends Omit<Course, "exits"> {
	readonly runs: number;
	readonly before?: () => void;
	/** What else there is to say of a run. */
	readonly after: (sample: Sample, contestant: C) => S;
}

/** Runs all in turn, again and again: a machine that slows down slows all of them. Who gets into trouble once is out. */
export async function compete<C extends Contestant, S extends Sample>(
	contestants: readonly C[],
	contest: Contest<C, S>,
): Promise<Result<C, S>[]> {
	const samples = new Map<C, S[]>(contestants.map((contestant) => [contestant, []]));
	const troubles = new Map<C, string>();
	const takeTurn = async (contestant: C): Promise<S> => {
		contest.before?.();
		const takeBack = contestant.change?.(contest.cwd);
		try {
			const command = [...contestant.tool.start, ...contestant.args];
			return contest.after(await measure(command, { ...contest, exits: contestant.exits }), contestant);
		} finally {
			takeBack?.();
		}
	};
	for (let round = 0; round <= contest.runs; round += 1) {
		for (const contestant of contestants) {
			if (troubles.has(contestant) || (round === 0 && !contestant.warm)) continue;
			try {
				if (contestant.tool.version === undefined) throw new Trouble("not installed");
				process.stderr.write(`${round}/${contest.runs} ${contestant.name}\n`);
				const sample = await takeTurn(contestant);
				if (round > 0) samples.get(contestant)?.push(sample);
			} catch (error) {
				troubles.set(contestant, troubleIn(error));
			}
		}
	}
	return contestants.map((contestant) => {
		const trouble = troubles.get(contestant);
		return trouble === undefined
			? { contestant, samples: samples.get(contestant) ?? [] }
			: { contestant, samples: [], trouble };
	});
}

function troubleIn(error: unknown): string {
	if (error instanceof Trouble) return error.message;
	// A program that dies may exit like one that has found something.
	if (error instanceof SyntaxError) return "its report cannot be read";
	throw error;
}
