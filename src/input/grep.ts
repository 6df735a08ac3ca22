import { markdownExtensions } from "../naming/format.ts";
import { git } from "./git.ts";

/** UTF-16 has none of the bytes of a text, and is known by its byte order mark. */
const orderMarks = Buffer.from("\xff\xfe\n\xfe\xff", "latin1");

/** Other files may be large, as PDFs are. */
const documents = markdownExtensions.map((extension) => `:(glob,icase)**/*.${extension}`);

/**
 * The tracked Markdown below `root` that has one of these texts, letter case of ASCII aside, as it is on the disk; and what is
 * in UTF-16, whatever it says. No text is empty: git leaves those out. Undefined where git cannot tell.
 */
export async function filesSaying(root: string, texts: readonly string[]): Promise<string[] | undefined> {
	if (texts.length === 0) return [];
	const words = ["grep", "-l", "-z", "-i", "-F", "--text", "--no-color", "-f", "-", "--", ...documents];
	const input = Buffer.concat([Buffer.from(`${texts.join("\n")}\n`), orderMarks]);
	const answer = await git(root, words, { input });
	if (answer.ok) return answer.stdout.split("\0").slice(0, -1);
	// Git ends with 1 when it finds nothing.
	return answer.status === 1 ? [] : undefined;
}
