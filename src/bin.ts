#!/usr/bin/env node
import process from "node:process";
import { version } from "./config/version.ts";

// Looking up a name occupies a thread of this pool. Four, the default, make a catalogue of a thousand hosts wait for its DNS.
process.env.UV_THREADPOOL_SIZE ??= "32";

// Whoever reads the report may have seen enough: `shelfread | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	if (error.code === "EPIPE") process.exit();
	throw error;
});

const args = process.argv.slice(2);
// Asking for the version loads nothing else.
if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) console.log(version);
else process.exitCode = await (await import("./cli.ts")).main(args, process);
