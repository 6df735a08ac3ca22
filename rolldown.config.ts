import { defineConfig } from "rolldown";

/** The action's bundle: one file, not minified, so that a reviewer can read what a runner runs. */
export default defineConfig({
	input: "src/action.ts",
	platform: "node",
	external: [/^node:/],
	output: {
		file: "dist/action.js",
		format: "esm",
		minify: false,
		codeSplitting: false,
		comments: { legal: true, annotation: false, jsdoc: false },
	},
});
