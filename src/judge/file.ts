import type { FileObservation, PathState, PdfState, Verdict } from "../model.ts";
import { findAnchor, fragmentKind } from "./fragment.ts";

const present: Verdict = { verdict: "alive", reason: "present" };

const byState: Readonly<Record<PathState, Verdict>> = {
	present,
	directory: present,
	elsewhere: { verdict: "skipped", reason: "not-fetched" },
	missing: { verdict: "dead", reason: "missing-file" },
	"wrong-case": { verdict: "dead", reason: "wrong-case" },
	"wrong-form": { verdict: "dead", reason: "wrong-form" },
	untracked: { verdict: "dead", reason: "untracked" },
	ignored: { verdict: "dead", reason: "ignored" },
	"outside-tree": { verdict: "dead", reason: "outside-tree" },
};

const byPdf: Readonly<Record<PdfState, Verdict>> = {
	pdf: present,
	empty: { verdict: "dead", reason: "wrong-content", evidence: "the file is empty" },
	html: { verdict: "dead", reason: "wrong-content", evidence: "the file is an HTML page" },
	"lfs-pointer": { verdict: "dead", reason: "wrong-content", evidence: "the file is a Git LFS pointer" },
	"lfs-elsewhere": { verdict: "skipped", reason: "not-fetched", evidence: "Git LFS has the content" },
	"no-header": { verdict: "dead", reason: "wrong-content", evidence: "no %PDF- in the first KiB" },
	// Many viewers repair such a file, but a download that broke off looks just like it.
	"no-trailer": { verdict: "dead", reason: "wrong-content", evidence: "no %%EOF in the last KiB" },
};

/** What became of a link to a local path. `fragment` is the link's own, without its `#`. */
export function judgeFile(observation: FileObservation, fragment: string | undefined): Verdict {
	const { state, unreadable, pdf } = observation;
	const verdict = byState[state];
	if (verdict.verdict !== "alive") return verdict;
	if (unreadable !== undefined) return { verdict: "unsure", reason: "unreadable", evidence: unreadable };
	const content = byPdf[pdf ?? "pdf"];
	if (content.verdict !== "alive" || fragment === undefined) return content;
	return judgeFragment(observation, fragment);
}

/** Where nobody can know what a fragment names, it is all right: in source code, say, or in a folder's page. */
function judgeFragment({ anchors, pages }: FileObservation, fragment: string): Verdict {
	const asked = fragmentKind(fragment);
	if (asked.kind === "page" && pages !== undefined && asked.page > pages)
		return missingAnchor(`the document has ${pages} ${pages === 1 ? "page" : "pages"}`);
	if (asked.kind !== "id" || anchors === undefined) return present;
	const found = findAnchor(fragment, anchors);
	if (found === undefined) return missingAnchor(`no heading or id makes #${fragment}`);
	return found.match === "exact"
		? present
		: { ...present, evidence: `the anchor is written #${found.anchor}` };
}

function missingAnchor(evidence: string): Verdict {
	return { verdict: "dead", reason: "missing-anchor", evidence };
}
