import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build as bundle } from "rolldown";
import command from "../rolldown.command.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Tests run the built command, so it is built before them. */
export default async function build(): Promise<void> {
	const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
	execFileSync(process.execPath, [join(typescript, "bin/tsc"), "-p", join(root, "tsconfig.json")], {
		stdio: "inherit",
	});
	await bundle({ ...command, cwd: root });
}
