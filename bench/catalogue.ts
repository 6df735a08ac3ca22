import { sentence, title } from "./prose.ts";
import type { Random } from "./random.ts";

const ENTRIES_IN_A_SECTION = 25;

/** A Markdown list of works, a link each, in sections. */
export function catalogueOf(urls: readonly string[], random: Random): string {
	const lines = urls.flatMap((url, index) => [
		...(index % ENTRIES_IN_A_SECTION === 0 ? ["", `## ${title(random)}`, ""] : []),
		`- [${title(random)}](${url}) - ${sentence(random)}`,
	]);
	return `# ${title(random)}\n${lines.join("\n")}\n`;
}
