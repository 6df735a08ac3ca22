import { expect, test } from "vitest";
import { smallPdf } from "../catalogue.ts";
import type { Tree } from "../tree.ts";
import { propose } from "./proposal.ts";
import type { Change } from "./remote.ts";
import { runStep } from "./step.ts";
import { openWeb, site } from "./web.ts";

const readme = `# Shelf

Begin with the [guide](docs/guide.md#set-up).
It was on [a page](https://web.test/gone/old) before.

## Papers

- [Deep Residual Learning for Image Recognition](papers/resnet.pdf)
- [Attention Is All You Need](https://web.test/attention.pdf)

## Tools

- [bat](https://web.test/bat) shows files
- [delta](https://web.test/delta) shows changes
- [eza](https://web.test/eza) lists files
- [fd](https://web.test/fd) finds files
- [fzf](https://web.test/fzf) finds what is typed
- [hexyl](https://web.test/hexyl) shows bytes
- [jq](https://web.test/jq) reads JSON
- [just](https://web.test/just) runs commands
- [tokei](https://web.test/tokei) counts lines
`;

const guide = `# Guide

## Set up

Read [the paper](../papers/resnet.pdf) first.
`;

const notes = "# Notes\n\nOn [residual learning](papers/resnet.pdf).\n";

const tree: Tree = {
	"README.md": readme,
	"docs/guide.md": guide,
	"notes.md": notes,
	"papers/resnet.pdf": smallPdf,
	"src/main.py": "print('hello')\n",
};

const since = "since the base of pull request 7";
const deadHelp = "Find where the page went, link an archived copy, or remove the link.";

/** What a pull request is told that makes this change to the tree, and what the web is asked for. */
async function tell(change: Change): Promise<{ commands: readonly string[]; asked: readonly string[] }> {
	const { event, workspace } = propose(tree, change);
	const internet = await openWeb(undefined, { "www.web.test": site, "arxiv.org": site });
	const { commands } = await runStep({ workspace, event, internet });
	const asked = [...internet.requests].flatMap(([host, requests]) => requests.map(({ url }) => host + url));
	return { commands, asked: asked.sort() };
}

/** A text with another piece in the place of one. */
function edit(text: string, before: string, after: string): string {
	const parts = text.split(before);
	if (parts.length !== 2) throw new Error(`${before} is there ${parts.length - 1} times`);
	return parts.join(after);
}

interface Case {
	readonly change: Change;
	readonly commands?: readonly string[];
	readonly asked?: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
	"adds a dead link": {
		change: { "README.md": edit(readme, "finds files", "finds [files](https://web.test/gone/new)") },
		commands: [
			`::error file=README.md,line=16,col=43,endColumn=68,title=dead-link::https://web.test/gone/new answers 404 (not found)%0A${deadHelp}`,
			`::error::4 of 14 links verified in 1 of 3 files: 1 error ${since}`,
		],
		asked: ["web.test/fd", "web.test/gone/new"],
	},
	"touches a line beside an old dead link": {
		change: { "README.md": edit(readme, "Begin with", "Start with") },
	},
	"touches the line of an old dead link": {
		change: { "README.md": edit(readme, "It was on", "It lived on") },
		commands: [
			`::error file=README.md,line=4,col=22,endColumn=47,title=dead-link::https://web.test/gone/old answers 404 (not found)%0A${deadHelp}`,
			`::error::3 of 13 links verified in 1 of 3 files: 1 error ${since}`,
		],
		asked: ["web.test/gone/old"],
	},
	"fixes a dead link": {
		change: { "README.md": edit(readme, "gone/old", "new") },
		asked: ["web.test/new"],
	},
	"moves a PDF and misses one of three links": {
		change: {
			"papers/resnet.pdf": null,
			"papers/2015/he.pdf": smallPdf,
			"README.md": edit(readme, "papers/resnet", "papers/2015/he"),
			"docs/guide.md": edit(guide, "papers/resnet", "papers/2015/he"),
		},
		commands: [
			"::error file=notes.md,line=3,col=24,endColumn=41,title=local-target::papers/resnet.pdf names no file or folder%0AThe tree has it as papers/2015/he.pdf.",
			`::error::4 of 15 links verified in 3 files: 1 error ${since}`,
		],
	},
	"adds a PDF that nothing refers to": {
		change: { "papers/lost.pdf": smallPdf },
		commands: [
			"::warning file=papers/lost.pdf,line=1,col=1,endColumn=1,title=orphan-file::papers/lost.pdf is listed nowhere%0AList it in the catalogue, as [lost](/papers/lost.pdf), or remove it.",
		],
	},
	"renames a heading that another file links to": {
		change: { "docs/guide.md": edit(guide, "Set up", "Install") },
		commands: [
			"::error file=README.md,line=3,col=24,endColumn=44,title=anchor::#set-up names no heading or id in docs/guide.md%0ADid you mean #guide?",
			`::error::3 of 14 links verified in 2 of 3 files: 1 error ${since}`,
		],
	},
	"removes a document that another one links to": {
		change: { "docs/guide.md": null },
		commands: [
			"::error file=README.md,line=3,col=24,endColumn=44,title=local-target::docs/guide.md#set-up names no file or folder%0ACorrect the path, or add the file.",
			`::error::3 of 14 links verified in 2 files: 1 error ${since}`,
		],
	},
	"moves a document that links and is linked to": {
		change: { "docs/guide.md": null, "guide.md": guide },
		commands: [
			"::error file=README.md,line=3,col=24,endColumn=44,title=local-target::docs/guide.md#set-up names no file or folder%0AThe tree has it as guide.md.",
			"::error file=guide.md,line=5,col=18,endColumn=38,title=local-target::../papers/resnet.pdf leads out of the repository%0AMove the file into the repository, or link to where readers find it.",
			`::error::4 of 15 links verified in 3 files: 2 errors ${since}`,
		],
	},
	"adds a paper below where another section has it": {
		change: {
			"README.md": `${readme}- [Attention is all you need](https://arxiv.org/abs/1706.03762)\n`,
		},
		commands: [
			"::notice file=README.md,line=22,col=31,endColumn=63,title=same-work::Attention is all you need is also listed at line 9, as https://web.test/attention.pdf%0AUse one address for one work.",
		],
		asked: ["arxiv.org/abs/1706.03762"],
	},
	"adds a paper above where another section has it": {
		change: {
			"README.md": edit(
				readme,
				"## Papers",
				"## First\n\n- [Attention is all you need](https://arxiv.org/abs/1706.03762)\n\n## Papers",
			),
		},
		commands: [
			"::notice file=README.md,line=8,col=31,endColumn=63,title=same-work::Attention is all you need is also listed at line 13, as https://web.test/attention.pdf%0AUse one address for one work.",
		],
		asked: ["arxiv.org/abs/1706.03762"],
	},
	"adds an entry below where its section has it": {
		change: { "README.md": `${readme}- [Bat](https://www.web.test/bat/) shows files in colour\n` },
		commands: [
			"::error file=README.md,line=22,col=4,endColumn=7,title=duplicate-entry::Bat leads to https://www.web.test/bat/, which this section also lists at line 13 as bat%0AKeep one of the two entries.",
			`::error::3 of 14 links verified in 1 of 3 files: 1 error ${since}`,
		],
		asked: ["www.web.test/bat/"],
	},
	"adds an entry above where its section has it": {
		change: {
			"README.md": edit(
				readme,
				"- [bat]",
				"- [Bat](https://www.web.test/bat/) shows files in colour\n- [bat]",
			),
		},
		commands: [
			"::error file=README.md,line=13,col=4,endColumn=7,title=duplicate-entry::Bat leads to https://www.web.test/bat/, which this section also lists at line 14 as bat%0AKeep one of the two entries.",
			`::error::3 of 14 links verified in 1 of 3 files: 1 error ${since}`,
		],
		asked: ["www.web.test/bat/"],
	},
	"changes only code": {
		change: { "src/main.py": "print('goodbye')\n" },
	},
};

test.each(Object.entries(cases))(
	"a pull request that %s",
	async (_, { change, commands = [], asked = [] }) => {
		expect(await tell(change)).toEqual({ commands, asked });
	},
);
