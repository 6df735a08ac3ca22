import type { Audit, World } from "../../audit.ts";
import type { Options } from "../../config/settings.ts";
import { openPast } from "./open.ts";

/**
 * A run, as `audit` makes it; where it would find out what the last one did, that. What it takes to find out anything is loaded only
 * for a run that has to.
 */
export async function auditAgain(options: Options, world: World): Promise<Audit> {
	const past = openPast(options, world);
	const repeated = await past.lastRun?.repeat();
	if (repeated !== undefined) return { ...repeated, revisions: [] };
	// Git is at work meanwhile. What goes wrong is for whoever asks again, and gets the same answer.
	past.questions.survey().catch(() => {});
	const { audit } = await import("../../audit.ts");
	return audit(options, world, past);
}
