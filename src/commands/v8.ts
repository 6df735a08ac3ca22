import { setFlagsFromString } from "node:v8";

/** What V8 is told, in its words, and why. */
const always = [
	// What is compiled for speed takes in the code of others up to a fifth of what it would: to compile that is most of the work.
	"--max-inlined-bytecode-size-cumulative=200",
];

const online = [
	// Garbage is looked for when there is 30 % more than was alive. Left alone, a heap grows by up to 300 before.
	"--heap-growing-percent=30",
	// Room for new objects stays at the 8 MiB that it has by now. It would grow to 32, and to 128 in Node.js 24.
	"--semi-space-growth-factor=1",
	// WebAssembly is compiled once, plainly. It is undici's parser here, and to compile one function of it well takes 40 MiB at once.
	"--no-wasm-tier-up",
	"--no-wasm-dynamic-tiering",
];

/** What is left of old objects is moved together as soon as a fifth of their place is free, and room for new ones is given back. */
const waiting = ["--optimize-for-size"];

/**
 * Has V8 compile less for speed, from now on and in the whole process. It does so beside the program, which on two processors takes
 * turns with it: of a run of a second a twelfth is saved, and nothing is lost where it takes longer.
 */
export function compileSparingly(): void {
	tell(always);
}

/**
 * Has V8 save memory, from now on and in the whole process. Where most of the time is spent waiting for others, that costs
 * processor time that nobody waits for, and saves more than a third of the memory; to parse Markdown takes up to half as long again.
 */
export function saveMemory(): void {
	tell(online);
}

/** Has V8 save more, for when all is parsed and what is left is to wait. */
export function saveMemoryWhileWaiting(): void {
	tell(waiting);
}

function tell(flags: readonly string[]): void {
	for (const flag of flags) setFlagsFromString(flag);
}
