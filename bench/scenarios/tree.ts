import type { Scenario } from "../scenario.ts";
export const tree: Scenario = async function* () {};
