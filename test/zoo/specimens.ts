import { methods } from "./methods.ts";
import type { Specimen } from "./specimen.ts";

/** The whole zoo, by theme. */
export const specimens: readonly Specimen[] = [...methods];
