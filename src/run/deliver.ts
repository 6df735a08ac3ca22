import { finished } from "node:stream/promises";
import { type Format, parseFormat } from "../config/format.ts";
import type { LinkReport, Report } from "../model.ts";
import { reporters } from "../report/index.ts";
import type { Page, Reporter } from "../report/reporter.ts";
import { shown } from "../report/shown.ts";
import { rules } from "../rules/index.ts";
import { openOutput, writeOutput } from "./output.ts";

/** Where reports go. */
export interface Destination {
	/** Absolute; files are relative to it. */
	readonly cwd: string;
	/** Writes on standard output. */
	readonly print: (text: string) => void;
}

/** How they look. */
export interface Appearance {
	/** For standard output. In a file a report has neither colours nor the terminal's width. */
	readonly page: Page;
	/** Whether people are shown what was there before the base. */
	readonly preExisting: boolean;
}

/** The reports of one run on their way. */
export interface Delivery {
	/** To be called with each link whose verdict is final. Absent where no report is written before the run is over. */
	readonly onLink?: (link: LinkReport) => void;
	/**
	 * Writes all that is left. A report that cannot be written does not keep back the others.
	 *
	 * @returns what went wrong, a sentence each.
	 */
	readonly finish: (report: Report, appearance: Appearance) => Promise<string[]>;
}

/** Opens the reports that are written while the run goes on; the others wait for its end. Never rejects. */
export async function openDelivery(formats: readonly string[], destination: Destination): Promise<Delivery> {
	const parcels = await Promise.all(
		formats.map(parseFormat).map(async (format) => ({ format, ...(await open(format, destination)) })),
	);
	const listeners = parcels.flatMap(({ onLink }) => onLink ?? []);
	const onLink = (link: LinkReport): void => {
		for (const listener of listeners) listener(link);
	};
	return {
		...(listeners.length > 0 && { onLink }),
		async finish(report, appearance) {
			const failures: string[] = [];
			for (const { format, finish } of parcels)
				await finish(report, appearance).catch((error: Error) => failures.push(wordFailure(format, error)));
			return failures;
		},
	};
}

/** One report on its way. Its end rejects when it cannot be written. */
interface Parcel {
	readonly onLink?: (link: LinkReport) => void;
	readonly finish: (report: Report, appearance: Appearance) => Promise<void>;
}

async function open({ name, file }: Format, destination: Destination): Promise<Parcel> {
	const reporter: Reporter = reporters[name as keyof typeof reporters];
	const { lines } = reporter;
	if (lines === undefined)
		return { finish: (report, appearance) => deliver(reporter, file, report, appearance, destination) };
	try {
		const { write, end } = await openLines(file, destination);
		return { onLink: (link) => write(lines.link(link)), finish: (report) => end(lines.rest(report)) };
	} catch (error) {
		return { finish: () => Promise.reject(error) };
	}
}

async function deliver(
	reporter: Reporter,
	file: string | undefined,
	report: Report,
	{ page, preExisting }: Appearance,
	{ cwd, print }: Destination,
): Promise<void> {
	const said = reporter.whole ? report : shown(report, preExisting);
	if (file === undefined) return print(reporter.render(said, { ...page, rules }));
	const { hyperlinks: _, ...plain } = { ...page, rules };
	await writeOutput(file, cwd, reporter.render(said, { ...plain, color: false, columns: 100 }));
}

async function openLines(file: string | undefined, { cwd, print }: Destination) {
	if (file === undefined) return { write: print, end: async (text: string): Promise<void> => print(text) };
	const stream = await openOutput(file, cwd);
	const written = finished(stream);
	// Told at the end; until then nobody waits for it.
	written.catch(() => {});
	return {
		write: (text: string): void => void stream.write(text),
		end(text: string): Promise<void> {
			stream.end(text);
			return written;
		},
	};
}

function wordFailure({ name, file }: Format, { message }: Error): string {
	return `the ${name} report could not be written to ${file}: ${message}`;
}
