import { git } from "./git.ts";

/**
 * The tracked files below `root` that have one of these texts, letter case of ASCII aside, as they are on the disk. Undefined
 * where git cannot tell.
 */
export async function filesSaying(root: string, texts: readonly string[]): Promise<string[] | undefined> {
	if (texts.length === 0) return [];
	const words = ["grep", "-l", "-z", "-i", "-F", "--text", "--no-color", "-f", "-"];
	const answer = await git(root, words, { input: texts.join("\n") });
	if (answer.ok) return answer.stdout.split("\0").slice(0, -1);
	// Git ends with 1 when it finds nothing.
	return answer.status === 1 ? [] : undefined;
}
