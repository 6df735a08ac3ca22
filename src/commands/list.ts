import type { Merged } from "../config/merge.ts";
import { wayTo } from "../input/path.ts";
import { readDocument } from "../input/read.ts";
import { selectFiles } from "../input/select.ts";
import { clean } from "../report/clean.ts";
import { renderList } from "../report/list.ts";
import { type Documents, openDocuments } from "../run/documents.ts";
import { Parser } from "../run/parsing/parser.ts";
import type { Process } from "../terminal/process.ts";
import { compileSparingly } from "./v8.ts";

/** Prints what is in documents. Gives the exit code. */
export async function runList({ settings }: Merged, process: Process): Promise<number> {
	compileSparingly();
	const { entries, jsonl, paths } = settings;
	const cwd = process.cwd();
	const { root, parsed, errors } = await list(paths, { cwd, stdin: process.stdin });
	const page = { of: entries ? "entries" : "links", jsonl, prefix: wayTo(root, cwd) } as const;
	process.stdout.write(renderList(parsed, page));
	for (const { message } of errors) process.stderr.write(`shelfread: ${clean(message)}\n`);
	return errors.some(({ fatal }) => fatal) ? 2 : 0;
}

/** What is in the documents that a check would look at. */
interface Listing extends Documents {
	/** Absolute: the folder that paths are relative to. */
	readonly root: string;
}

/** Reads the documents of these paths, as `audit` does, and looks at nothing that they link to. */
async function list(
	paths: readonly string[],
	world: { readonly cwd: string; readonly stdin?: AsyncIterable<Uint8Array> },
): Promise<Listing> {
	const { root, files, errors: inputErrors } = await selectFiles({ cwd: world.cwd, paths });
	const { parsed, errors } = await openDocuments(
		files,
		(path) => readDocument(root, path, world.stdin),
		new Parser(),
	);
	return { root, parsed, errors: [...inputErrors, ...errors] };
}
