import type { Verdict } from "../model.ts";
import type { Look } from "./look.ts";
import { brokers, parking } from "./parking.ts";
import { recognise } from "./signature.ts";
import { tombstones } from "./tombstones.ts";
import { walls } from "./walls.ts";

/** The platform's own page in place of what is gone. */
export function judgeTombstone({ answer }: Look): Verdict | undefined {
	const row = recognise(tombstones, answer);
	return row === undefined ? undefined : { verdict: "dead", reason: "tombstone", evidence: row.name };
}

/** A domain that nobody uses. A link to a broker's page is about that page; a redirect to one from elsewhere is not. */
export function judgeParking({ asked, answer }: Look): Verdict | undefined {
	const sold = recognise(brokers, { ...answer, url: asked.href }) === undefined;
	const row = recognise(parking, answer) ?? (sold ? recognise(brokers, answer) : undefined);
	return row === undefined ? undefined : { verdict: "dead", reason: "parked", evidence: row.name };
}

/** A wall that answers robots in place of the page. */
export function judgeWall({ answer }: Look): Verdict | undefined {
	const row = recognise(walls, answer);
	return row === undefined ? undefined : { verdict: "unsure", reason: "bot-wall", evidence: row.name };
}
