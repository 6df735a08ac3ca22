import { walls as recorded } from "../judge/specimens/walls.ts";
import { served } from "./recorded.ts";
import type { Specimen } from "./specimen.ts";

/** Walls that answer robots in place of the page, and healthy pages behind the same vendors. */
export const walls: readonly Specimen[] = served("wall", "bot-wall", recorded);
