import { hash } from "node:crypto";
import type { World } from "../../audit.ts";
import { dayOf, systemClock } from "../../check/clock.ts";
import type { Options, SettingName } from "../../config/settings.ts";
import { cacheFiles } from "../cache-files.ts";
import { type Questions, questionsOf } from "../questions.ts";
import { wantsRepair } from "../wants-repair.ts";
import { LastRun } from "./last-run.ts";
import { Witness } from "./witness.ts";

/** How a run asks the world, and the last run of its kind. */
export interface Past {
	readonly questions: Questions;
	/** Absent where a run is not to be kept, or would not be the same again. */
	readonly lastRun?: LastRun;
}

/** Of reports, how they are shown and what they are worth; and what is secret, and for the network alone. */
const withoutPart: ReadonlySet<string> = new Set<SettingName>([
	"format",
	"quiet",
	"verbose",
	"fail-on",
	"header",
	"token",
]);

/**
 * A run that asks nothing but these questions can be repeated from a file beside the cache: one that is offline, compares with
 * nothing, and writes nothing.
 *
 * @throws {ConfigError} when a symbolic link would lead the cache out of `cwd`.
 */
export function openPast(options: Options, world: World): Past {
	const questions = questionsOf(options, world);
	if (options.cache === false || !isRepeatable(options, world)) return { questions };
	const witness = new Witness(questions);
	const { run } = cacheFiles(options.cache, world.cwd);
	return { questions: witness.questions, lastRun: new LastRun(run, taskOf(options, world), witness) };
}

function isRepeatable(options: Options, { base, onLink }: World): boolean {
	return (
		options.network === "none" &&
		options.since === undefined &&
		base === undefined &&
		// Who is told of each link hears them in the order in which they are looked at.
		onLink === undefined &&
		!wantsRepair(options) &&
		options["write-baseline"] === undefined &&
		!options.paths.includes("-")
	);
}

/** The day belongs to it: an entry of `ignore` may end with one. */
function taskOf(options: Options, { cwd, config, repositoryUrl, clock = systemClock }: World): string {
	const parts = Object.entries(options).filter(([name]) => !withoutPart.has(name));
	return hash("sha256", JSON.stringify([parts, cwd, config, repositoryUrl, dayOf(clock.now())]), "base64url");
}
