import type { Reason, VerdictWord } from "../../src/model.ts";
import { reasons } from "../../src/model.ts";
import type { Answer, Specimens } from "../judge/answers.ts";
import type { Site } from "../wire/internet.ts";
import { byPath, redirect } from "./answers.ts";
import type { Specimen } from "./specimen.ts";

const START = "/notes/some-page";

/**
 * Recorded answers that prove a table of signatures, served by sites: of each row the first that it catches and the first that it
 * must spare (the table's own test has them all). A made-up neighbour is answered 404, as honest sites do.
 */
export function served(
	kind: string,
	reason: Reason,
	table: Readonly<Record<string, Specimens>>,
): readonly Specimen[] {
	return Object.entries(table).flatMap(([row, { catches, spares }]) => {
		const name = `${kind}-${row.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
		const [caught] = catches;
		const [spared] = spares;
		return [serve(name, caught, reason), serve(`${name}-near-miss`, spared, spared.reason ?? "ok")];
	});
}

function serve(name: string, answer: Answer, reason: Reason): Specimen {
	const site = siteOf(answer);
	const own = { name, url: `http://${name}.zoo.test${START}`, expected: expectation(reason) };
	if (answer.url === undefined)
		return { ...own, site: byPath({ [START]: site }), requests: allowance(answer) };
	const { host, pathname, search } = new URL(answer.url);
	return {
		...own,
		site: byPath({ [START]: redirect(302, answer.url) }),
		others: { [host + pathname + search]: site },
		requests: 2 * allowance(answer),
	};
}

function siteOf({ status = 200, headers = {}, body }: Answer): Site {
	// Without a type the body speaks for itself, as it does in the table's own test.
	return (_, response) => response.writeHead(status, headers).end(body);
}

function expectation(reason: Reason): Specimen["expected"] {
	const words = Object.keys(reasons) as VerdictWord[];
	const verdict = words.find((word) => (reasons[word] as readonly Reason[]).includes(reason));
	if (verdict === undefined) throw new Error(`the reason ${reason} belongs to no verdict`);
	return `${verdict} ${reason}`;
}

/** A refusal is asked again under the other identity, an error twice, and a suspicious page has its neighbour asked for. */
function allowance({ status = 200 }: Answer): number {
	if (status === 429) return 4;
	return status >= 500 && status < 600 ? 3 : 2;
}
