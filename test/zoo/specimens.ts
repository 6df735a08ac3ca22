import { addresses } from "./addresses.ts";
import { anchors } from "./anchors.ts";
import { bodies } from "./bodies.ts";
import { methods } from "./methods.ts";
import { names } from "./names.ts";
import { rateLimits } from "./rate-limits.ts";
import { redirects } from "./redirects.ts";
import { refusals } from "./refusals.ts";
import { sloppy } from "./sloppy.ts";
import type { Specimen } from "./specimen.ts";
import { tls } from "./tls.ts";
import { transient } from "./transient.ts";

/** The whole zoo, by theme. */
export const specimens: readonly Specimen[] = [
	...methods,
	...redirects,
	...refusals,
	...rateLimits,
	...transient,
	...names,
	...tls,
	...addresses,
	...bodies,
	...sloppy,
	...anchors,
];
