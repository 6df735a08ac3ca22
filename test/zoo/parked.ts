import { parking } from "../judge/specimens/parking.ts";
import { served } from "./recorded.ts";
import type { Specimen } from "./specimen.ts";

/** Domains that nobody uses, and pages that only speak of such. */
export const parked: readonly Specimen[] = served("parked", "parked", parking);
