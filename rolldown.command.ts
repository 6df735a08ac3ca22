import type { BuildOptions } from "rolldown";

/**
 * The command in a few files, in place of the one that tsc writes: opening the five hundred that it is made of, those of its
 * dependencies with them, takes longer than checking a small tree. What a run may not need is in files of its own.
 */
const command: BuildOptions = {
	input: "src/bin.ts",
	platform: "node",
	// What speaks to strangers is to be mended by whoever installed it, without a release of ours.
	external: [/^node:/, "undici"],
	output: {
		dir: "lib",
		entryFileNames: "bin.js",
		chunkFileNames: "command/[name].js",
		format: "esm",
		minify: false,
		comments: { legal: true, annotation: false, jsdoc: false },
	},
};

export default command;
