import type { Lead } from "./catalogue.ts";
import type { Appearance } from "./date.ts";

/** Both schemes: https://info.arxiv.org/help/arxiv_identifier.html */
const page = /^https:\/\/arxiv\.org\/abs\/([^#?]+)/;

/** The arXiv paper that a link leads to: by its address, or by the stamp on a local copy. Without a version. */
export function arxivIdOf({ identity, judged: { observation } }: Lead): string | undefined {
	const stamp = observation.kind === "file" ? observation.arxiv?.id : undefined;
	return stamp ?? page.exec(identity)?.[1];
}

/** Identifiers begin with year and month: `2303.08774`, `hep-th/9901001`. arXiv opened in August 1991. */
export function submissionOf(id: string): Required<Appearance> | undefined {
	const { yy, mm } =
		/^(?:[a-z-]+(?:\.[A-Z]{2})?\/)?(?<yy>\d\d)(?<mm>0[1-9]|1[0-2])\.?\d+$/.exec(id)?.groups ?? {};
	if (yy === undefined || mm === undefined) return undefined;
	return { year: Number(yy) + (Number(yy) < 91 ? 2000 : 1900), month: Number(mm) };
}
