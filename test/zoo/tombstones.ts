import { tombstones as recorded } from "../judge/specimens/tombstones.ts";
import { served } from "./recorded.ts";
import type { Specimen } from "./specimen.ts";

/** What hosting platforms put where a site was, and pages of theirs that say something else. */
export const tombstones: readonly Specimen[] = served("tombstone", "tombstone", recorded);
