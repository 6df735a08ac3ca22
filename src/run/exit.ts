import type { Options } from "../config/settings.ts";
import type { Report, Severity } from "../model.ts";

/** What a run's exit code says. 130 is the shells' number for an interrupted command. */
export type ExitCode = 0 | 1 | 2 | 130;

const heavier: Readonly<Record<Options["fail-on"], readonly Severity[]>> = {
	error: ["error"],
	warning: ["error", "warning"],
	info: ["error", "warning", "info"],
	never: [],
};

/**
 * 2 when a part of the job could not be done, 130 when it was interrupted, 1 when there are findings at or above the
 * severity that fails, else 0. A missing network is a job not done, unless the options say to go by the rest.
 */
export function exitCodeOf(
	{ stats, errors, environment }: Report,
	options: Pick<Options, "fail-on">,
): ExitCode {
	if ((stats.reasons.cancelled ?? 0) > 0) return 130;
	const needsNetwork = environment.network === "all" || environment.network === "changed";
	if ((needsNetwork && !environment.online) || errors.some(({ fatal }) => fatal)) return 2;
	return heavier[options["fail-on"]].some((severity) => stats.findings[severity] > 0) ? 1 : 0;
}
