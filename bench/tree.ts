import { phrase, prose, sentence, title } from "./prose.ts";
import { type Random, seeded } from "./random.ts";

export interface TreeSize {
	readonly files: number;
	/** Of half of the files; a few are ten times as long. Characters. */
	readonly medianLength: number;
}

/** A Markdown file of a tree, its path relative to the tree's root. */
export interface TreeFile {
	readonly path: string;
	readonly text: string;
}

/** One in so many links to a file of the tree names a file or a heading that is not there. */
const BROKEN = 200;
const FILES_IN_A_FOLDER = 40;
const SEED = 11;
/** Deviation of the logarithms of lengths. */
const SIGMA = 0.9;
/** Each file has this heading, so that others can link to it. */
const COMMON_HEADING = "Notes";

/** What a part of a document is, with the parts in a hundred that are of its kind. */
const kinds: readonly (readonly [share: number, write: (context: Context) => string])[] = [
	[30, list],
	[40, paragraphs],
	[12, table],
	[14, code],
	[4, definitions],
];

interface Context {
	readonly random: Random;
	/** A destination, relative to the document. */
	readonly local: () => string;
}

/** Writes one file after the other: a large tree need not be in memory. */
export function* growTree({ files, medianLength }: TreeSize): Generator<TreeFile> {
	const random = seeded(SEED);
	for (let index = 0; index < files; index += 1) {
		const context = { random, local: () => destination(random, files) };
		yield { path: pathOf(index), text: document(context, random.lognormal(medianLength, SIGMA)) };
	}
}

function pathOf(index: number): string {
	return `docs/part-${Math.floor(index / FILES_IN_A_FOLDER)}/page-${index}.md`;
}

function document(context: Context, length: number): string {
	const { random } = context;
	let text = `# ${title(random)}\n\n${sentence(random)}\n\n## ${COMMON_HEADING}\n\n${sentence(random)}\n`;
	while (text.length < length) {
		if (random.below(3) === 0) text += `\n## ${title(random)}\n`;
		text += `\n${pickKind(random)(context)}\n`;
	}
	return text;
}

function pickKind(random: Random): (context: Context) => string {
	let draw = random.below(100);
	const found = kinds.find(([share]) => {
		draw -= share;
		return draw < 0;
	});
	return found?.[1] ?? paragraphs;
}

/** Entries of a catalogue: name, links, a sentence. */
function list(context: Context): string {
	const { random } = context;
	return lines(4 + random.below(12), () => {
		const code = random.below(3) === 0 ? ` [[code](${outside(random)})]` : "";
		const notes = random.below(5) === 0 ? `\n  - See [${phrase(random, 2)}](${context.local()}).` : "";
		return `- **[${title(random)}](${outside(random)})**${code} - ${sentence(random)}${notes}`;
	});
}

function paragraphs(context: Context): string {
	const { random } = context;
	const words = prose(random, 300 + random.below(900));
	return words.replace(/\. /g, (end) => {
		const draw = random.below(30);
		if (draw === 0) return `, as [${phrase(random, 2)}](${context.local()}) says. `;
		if (draw === 1) return `, by [${phrase(random, 2)}](${outside(random)}). `;
		if (draw === 2) return `, with \`${phrase(random, 1)}()\` and _${phrase(random, 2)}_. `;
		return end;
	});
}

function table(context: Context): string {
	const { random } = context;
	const rows = lines(
		4 + random.below(12),
		() =>
			`| [${title(random)}](${outside(random)}) | ${2000 + random.below(26)} | ${random.below(100)}.${random.below(10)} | ${phrase(random, 5)} |`,
	);
	return `| Name | Year | Score | Remarks |\n|---|---:|---:|---|\n${rows}`;
}

function code({ random }: Context): string {
	const body = lines(
		4 + random.below(16),
		() =>
			`${random.pick(["", "  ", "    "])}${phrase(random, 1)} = ${phrase(random, 1)}(${random.below(100)}) # ${phrase(random, 3)}`,
	);
	return `\`\`\`${random.pick(["python", "js", "sh", ""])}\n${body}\n\`\`\``;
}

/** Links by reference, an image, some HTML. */
function definitions(context: Context): string {
	const { random } = context;
	const label = `${phrase(random, 1)} ${random.below(10_000)}`;
	return [
		`See [${phrase(random, 2)}][${label}] and <${outside(random)}>.<br>`,
		"",
		`![${phrase(random, 2)}](${outside(random)}.svg)`,
		"",
		`[${label}]: ${context.local()} "${title(random)}"`,
	].join("\n");
}

function destination(random: Random, files: number): string {
	const path = `../../${pathOf(random.below(files))}`;
	const fragment = random.below(3) === 0 ? `#${COMMON_HEADING.toLowerCase()}` : "";
	if (random.below(BROKEN) > 0) return path + fragment;
	return random.below(2) === 0 ? path.replace("page-", "gone-") : `${path}#gone`;
}

function outside(random: Random): string {
	return `https://${phrase(random, 1)}-${random.below(1_000)}.example.org/${phrase(random, 1)}/${random.below(100_000)}`;
}

function lines(count: number, write: () => string): string {
	return Array.from({ length: count }, write).join("\n");
}
