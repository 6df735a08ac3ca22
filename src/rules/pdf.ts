import { fragmentKind } from "../judge/fragment.ts";
import type { JudgedLink, PdfState } from "../model.ts";
import { notableLinks } from "./links.ts";
import type { Rule, Words } from "./rule.ts";

type Fault = Exclude<PdfState, "pdf" | "lfs-elsewhere"> | "page";

type PdfData = {
	readonly path: string;
	readonly fault: Fault;
	/** For `page`: the page that the link asks for, and how many there are; else 0. */
	readonly page: number;
	readonly pages: number;
};

/** A local document that is called a PDF and is none, or has fewer pages than a link says. */
export const pdf: Rule<PdfData> = {
	id: "pdf",
	summary: "a local PDF that is empty, cut off or something else, or lacks the page that is asked for",
	severity: "error",
	confidence: "high",
	offline: true,
	*find(context) {
		for (const judged of notableLinks(context).local) {
			const data = inspect(judged);
			if (data !== undefined) yield { path: judged.link.path, span: judged.link.span, data };
		}
	},
	word: (data) => words[data.fault](data),
};

function inspect({ target, observation, fragment }: JudgedLink): PdfData | undefined {
	if (target.kind !== "file" || observation.kind !== "file") return undefined;
	const { path } = target;
	const { pdf: state, pages } = observation;
	if (state === undefined || state === "lfs-elsewhere") return undefined;
	if (state !== "pdf") return { path, fault: state, page: 0, pages: 0 };
	const asked = fragmentKind(fragment ?? "");
	if (asked.kind !== "page" || pages === undefined || asked.page <= pages) return undefined;
	return { path, fault: "page", page: asked.page, pages };
}

const again = "Download the document again.";

const words: Readonly<Record<Fault, (data: PdfData) => Words>> = {
	empty: ({ path }) => ({ message: `${path} is empty`, help: again }),
	html: ({ path }) => ({
		message: `${path} is an HTML page, not a PDF`,
		help: "Download the document itself: the page may be a login or an error of the server.",
	}),
	"lfs-pointer": ({ path }) => ({
		message: `${path} is a Git LFS pointer, but git does not hand this path to LFS`,
		help: "Add the document itself, or name the path in .gitattributes with `git lfs track`.",
	}),
	"no-header": ({ path }) => ({ message: `${path} is no PDF: %PDF- is not in its first KiB`, help: again }),
	"no-trailer": ({ path }) => ({ message: `${path} is cut off: %%EOF is not in its last KiB`, help: again }),
	page: ({ path, page, pages }) => ({
		message: `page ${page} is past the end of ${path}, which has ${pages} ${pages === 1 ? "page" : "pages"}`,
		help: "Correct the number after `#page=`: it counts from the first sheet, not from the printed page 1.",
	}),
};
