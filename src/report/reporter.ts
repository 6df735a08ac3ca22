import type { LinkReport, Report, RuleFacts } from "../model.ts";

/** Where a report is going to be read. Nothing here changes what is reported, only how it looks. */
export interface Page {
	/** ANSI colours. */
	readonly color: boolean;
	/** OSC 8 hyperlinks: `file:` URLs below this folder (an absolute POSIX path). Absent where they are not understood. */
	readonly hyperlinks?: string;
	/** Columns of the terminal; 80 where there is none. */
	readonly columns: number;
	/** What to put before a path so that it leads there from the working directory: `""`, `docs/`, `../`. */
	readonly prefix: string;
	readonly quiet: boolean;
	readonly verbose: boolean;
	/** The rules that there are. Where they are not known, those with findings are named and no more. */
	readonly rules?: readonly RuleFacts[];
	/** Where a path of the report can be opened on the web, without its last slash. For the job summary. */
	readonly blobUrl?: string;
}

/** One format. It is pure: the same report and page give the same bytes. */
export interface Reporter {
	readonly name: string;
	/** One line for `--help`. */
	readonly about: string;
	/** True for programs: it is given the findings that were there before the base, too, and tells them apart. */
	readonly whole?: true;
	/** The whole output, with its last newline. */
	render(report: Report, page: Page): string;
	/** For a format that is written while the run goes on: the links in the order of their arrival, and then the rest. */
	readonly lines?: {
		/** With its newline. */
		link(link: LinkReport): string;
		rest(report: Report): string;
	};
}
