import type { Screen } from "./screen.ts";

/** The parts of Node's `process` that a command needs. */
export interface Process {
	readonly stdin: AsyncIterable<Uint8Array>;
	readonly stdout: Screen & { write(text: string): unknown };
	readonly stderr: Screen & { write(text: string): unknown };
	readonly env: Readonly<Record<string, string | undefined>>;
	cwd(): string;
	on(event: "SIGINT" | "SIGTERM", listener: () => void): unknown;
	off(event: "SIGINT" | "SIGTERM", listener: () => void): unknown;
	exit(code: number): never;
}
