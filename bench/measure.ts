import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

/** What one run of a command took. */
export interface Sample {
	/** Seconds from its start to its end. */
	readonly wall: number;
	/** Seconds of processor time, its own and the kernel's for it, all its threads and children together. */
	readonly cpu: number;
	/** MiB of memory at the highest, of the largest of its processes. */
	readonly peak: number;
	readonly stdout: string;
}

/** A run that gives no sample. */
export class Trouble extends Error {}

export interface Course {
	readonly cwd: string;
	/** A folder for what the command prints. */
	readonly scratch: string;
	/** Seconds until the command is stopped. */
	readonly patience: number;
	/** The exit code of a run that did what it should. */
	readonly exits: number;
}

/** The exit code of a program that a signal ended, as a shell gives it: 128 and the signal's number. */
const KILLED = 128 + 9;

/**
 * Runs a command under GNU time, which is a small program: the peak that the kernel tells for a process started by a large
 * one would not be below the large one's. Throws `Trouble` when the command ends otherwise than it should.
 */
export async function measure(command: readonly string[], course: Course): Promise<Sample> {
	const file = (name: string) => join(course.scratch, name);
	const out = openSync(file("stdout"), "w");
	const error = openSync(file("stderr"), "w");
	const began = performance.now();
	const time = ["--quiet", "--format=%U %S %M", `--output=${file("cost")}`];
	const timeout = ["timeout", "--foreground", "--signal=KILL", String(course.patience)];
	const child = spawn("time", [...time, ...timeout, ...command], {
		cwd: course.cwd,
		env: { ...process.env, NO_COLOR: "1" },
		stdio: ["ignore", out, error],
	});
	const code = await new Promise<number | null>((resolve, reject) => {
		child
			.on("exit", resolve)
			.on("error", (cause) => reject(new Error("the bench needs GNU time", { cause })));
	});
	const wall = (performance.now() - began) / 1000;
	closeSync(out);
	closeSync(error);
	if (code === KILLED) throw new Trouble(`stopped after ${course.patience} s`);
	if (code !== course.exits)
		throw new Trouble(`exit code ${code}: ${firstLine(readFileSync(file("stderr"), "utf8"))}`);
	const [user = 0, system = 0, peak = 0] = readFileSync(file("cost"), "utf8").trim().split(" ").map(Number);
	return { wall, cpu: user + system, peak: peak / 1024, stdout: readFileSync(file("stdout"), "utf8") };
}

function firstLine(text: string): string {
	return text.trimStart().split("\n", 1)[0] ?? "";
}
