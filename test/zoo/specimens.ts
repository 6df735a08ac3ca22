import { addresses } from "./addresses.ts";
import { anchors } from "./anchors.ts";
import { bodies } from "./bodies.ts";
import { login } from "./login.ts";
import { methods } from "./methods.ts";
import { names } from "./names.ts";
import { parked } from "./parked.ts";
import { pdf } from "./pdf.ts";
import { rateLimits } from "./rate-limits.ts";
import { redirects } from "./redirects.ts";
import { refusals } from "./refusals.ts";
import { sloppy } from "./sloppy.ts";
import { soft404 } from "./soft-404.ts";
import { spa } from "./spa.ts";
import type { Specimen } from "./specimen.ts";
import { tls } from "./tls.ts";
import { tombstones } from "./tombstones.ts";
import { transient } from "./transient.ts";
import { walls } from "./walls.ts";

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
	...pdf,
	...login,
	...spa,
	...anchors,
	...walls,
	...tombstones,
	...parked,
	...soft404,
];
