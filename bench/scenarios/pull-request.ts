import type { Scenario } from "../scenario.ts";
export const pullRequest: Scenario = async function* () {};
