/** shelfread as a library: the same run that the command makes, and what its report is made of. */
export type { Audit, Progress, World } from "./audit.ts";
export type { Clock } from "./check/clock.ts";
export { type Probe, probe } from "./commands/probe.ts";
export { ConfigError } from "./config/problem.ts";
export type { IgnoreEntry, Options } from "./config/settings.ts";
export type * from "./model.ts";
export { reasons } from "./model.ts";
export { reporters } from "./report/index.ts";
export type { Page, Reporter } from "./report/reporter.ts";
export { rules } from "./rules/index.ts";
export type { Rule, RuleContext } from "./rules/rule.ts";
export { auditAgain as audit } from "./run/last-run/again.ts";
export type { Revision } from "./run/revision.ts";
