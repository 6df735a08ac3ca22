import type { Needles } from "../model.ts";
import { markdownExtensions } from "../naming/format.ts";
import { git } from "./git.ts";

/** UTF-16 has none of the bytes of a text, and is known by its byte order mark. */
const orderMarks = Buffer.from("\xff\xfe\n\xfe\xff", "latin1");

/** Other files may be large, as PDFs are. */
const documents = markdownExtensions.map((extension) => `:(glob,icase)**/*.${extension}`);

/**
 * The tracked Markdown below `root` that says what is wanted, as it is on the disk; and what is in UTF-16, whatever it says.
 * Undefined where git cannot tell.
 */
export async function filesSaying(root: string, { texts, pairs }: Needles): Promise<string[] | undefined> {
	if (texts.length === 0 && pairs.length === 0) return [];
	const expressions = pairs.flatMap(([one, other]) => [
		"--or",
		"(",
		...anyOf(one),
		"--and",
		...anyOf(other),
		")",
	]);
	const words = ["grep", "-l", "-z", "-i", "-F", "--text", "--no-color", "-f", "-", ...expressions];
	const input = Buffer.concat([...texts.map((text) => Buffer.from(`${text}\n`)), orderMarks]);
	const answer = await git(root, [...words, "--", ...documents], { input });
	if (answer.ok) return answer.stdout.split("\0").slice(0, -1);
	// Git ends with 1 when it finds nothing.
	return answer.status === 1 ? [] : undefined;
}

function anyOf(texts: readonly string[]): string[] {
	return ["(", ...texts.flatMap((text) => ["-e", text]), ")"];
}
