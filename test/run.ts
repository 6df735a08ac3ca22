import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Report } from "../src/model.ts";
import type { Internet } from "./wire/internet.ts";

export const bin: string = fileURLToPath(new URL("../lib/bin.js", import.meta.url));
export const bundle: string = fileURLToPath(new URL("../dist/action.js", import.meta.url));

export interface Outcome {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

export interface Surroundings {
	readonly cwd: string;
	/** What the process can reach; nothing when absent. */
	readonly internet?: Internet;
	readonly env?: Readonly<Record<string, string>>;
	readonly stdin?: string | Uint8Array;
	/** Node's own flags. */
	readonly flags?: readonly string[];
	/** Called with the process's standard error and output as they grow; may send it a signal. */
	readonly watch?: (written: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** Runs the built command as a user's shell would. */
export function runCommand(args: readonly string[], surroundings: Surroundings): Promise<Outcome> {
	return run([bin, ...args], surroundings);
}

/** Runs the action's bundle as a runner would: inputs and files come by the environment. */
export function runAction(
	inputs: Readonly<Record<string, string>>,
	surroundings: Surroundings,
): Promise<Outcome> {
	const env = Object.fromEntries(
		Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
	);
	return run([bundle], { ...surroundings, env: { ...surroundings.env, ...env } });
}

/** The JSON report of the built command. */
export async function reportOf(args: readonly string[], surroundings: Surroundings): Promise<Report> {
	const { stdout, stderr } = await runCommand([...args, "--format=json"], surroundings);
	if (stdout === "") throw new Error(`no report: ${stderr}`);
	return JSON.parse(stdout) as Report;
}

function run(
	words: readonly string[],
	{ cwd, internet, env, stdin, flags = [], watch }: Surroundings,
): Promise<Outcome> {
	const child = spawn(process.execPath, [...flags, ...words], {
		cwd,
		env: {
			PATH: process.env.PATH,
			HOME: cwd,
			GIT_CONFIG_GLOBAL: "/dev/null",
			GIT_CONFIG_NOSYSTEM: "1",
			...internet?.environment(),
			...env,
		},
	});
	let stdout = "";
	let stderr = "";
	const heard = (): void => watch?.(stdout + stderr, (signal) => child.kill(signal));
	child.stdout.setEncoding("utf8").on("data", (text: string) => {
		stdout += text;
		heard();
	});
	child.stderr.setEncoding("utf8").on("data", (text: string) => {
		stderr += text;
		heard();
	});
	child.stdin.on("error", () => {}).end(stdin ?? "");
	return new Promise((resolve, reject) => {
		child.on("error", reject).on("close", (code) => resolve({ code, stdout, stderr }));
	});
}
