import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type Format, parseFormat } from "../config/format.ts";
import type { Report } from "../model.ts";
import { reporters } from "../report/index.ts";
import type { Page, Reporter } from "../report/reporter.ts";
import { shown } from "../report/shown.ts";

/** Where reports go. */
export interface Delivery {
	/** Absolute; files are relative to it. */
	readonly cwd: string;
	/** How a report looks on standard output. In a file it has neither colours nor the terminal's width. */
	readonly page: Page;
	readonly print: (text: string) => void;
	/** Whether people are shown what was there before the base. */
	readonly preExisting: boolean;
}

/**
 * Writes every report that was asked for. One that cannot be written does not keep back the others.
 *
 * @returns what went wrong, a sentence each.
 */
export async function deliverReports(
	report: Report,
	formats: readonly string[],
	delivery: Delivery,
): Promise<string[]> {
	const failures: string[] = [];
	for (const format of formats.map(parseFormat)) {
		const failure = await deliver(report, format, delivery);
		if (failure !== undefined) failures.push(failure);
	}
	return failures;
}

async function deliver(
	report: Report,
	{ name, file }: Format,
	{ cwd, page, print, preExisting }: Delivery,
): Promise<string | undefined> {
	const reporter: Reporter = reporters[name as keyof typeof reporters];
	const said = reporter.whole ? report : shown(report, preExisting);
	if (file === undefined) {
		print(reporter.render(said, page));
		return undefined;
	}
	const { hyperlinks: _, ...plain } = page;
	const path = resolve(cwd, file);
	try {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, reporter.render(said, { ...plain, color: false, columns: 100 }));
		return undefined;
	} catch (error) {
		return `the ${name} report could not be written to ${file}: ${(error as Error).message}`;
	}
}
