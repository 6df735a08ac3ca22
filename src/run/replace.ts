import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Puts new content in the place of a file, so that a reader finds the old one or the new one and never a part.
 *
 * @param mode Permissions of the file; those of any new file when absent.
 * @param isFree Asked at the last moment; when it gives false, nothing is replaced.
 * @returns whether the file was replaced.
 */
export async function replaceFile(
	file: string,
	content: string | Uint8Array,
	mode: number | undefined,
	isFree: () => Promise<boolean>,
): Promise<boolean> {
	// On the same disk, or it could not be renamed.
	const temporary = join(dirname(file), `.shelfread-${randomBytes(6).toString("hex")}.tmp`);
	const handle = await open(temporary, "wx", mode);
	try {
		try {
			await handle.writeFile(content);
			// The mask of the process has no say in what was there before.
			if (mode !== undefined) await handle.chmod(mode);
			await handle.sync();
		} finally {
			await handle.close();
		}
		if (!(await isFree())) return false;
		await rename(temporary, file);
		return true;
	} finally {
		await rm(temporary, { force: true });
	}
}
