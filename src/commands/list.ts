import { selectFiles } from "../input/select.ts";
import { type Documents, openDocuments } from "../run/documents.ts";

/** What is in the documents that a check would look at. */
export interface Listing extends Documents {
	/** Absolute: the folder that paths are relative to. */
	readonly root: string;
}

/** Reads the documents of these paths, as `audit` does, and looks at nothing that they link to. */
export async function list(
	paths: readonly string[],
	world: { readonly cwd: string; readonly stdin?: AsyncIterable<Uint8Array> },
): Promise<Listing> {
	const { root, files, errors: inputErrors } = await selectFiles({ cwd: world.cwd, paths });
	const { parsed, errors } = await openDocuments(root, files, world.stdin);
	return { root, parsed, errors: [...inputErrors, ...errors] };
}
