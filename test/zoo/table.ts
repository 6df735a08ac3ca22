import pLimit from "p-limit";
import type { Specimen } from "./specimen.ts";
import { specimens } from "./specimens.ts";
import { type Checker, fromBuild, fromSource, type Sighting, Zoo } from "./visit.ts";

type Timed = Sighting & { readonly milliseconds: number };

/** Prints every specimen with what is right and what was seen; gives the exit code. */
export async function printTable(argv: readonly string[]): Promise<number> {
	const built = argv.includes("--built");
	const words = argv.filter((word) => !word.startsWith("--"));
	const chosen = specimens.filter(
		({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
	);
	if (chosen.length === 0) {
		console.error(`no specimen has ${words.join(" or ")} in its name`);
		return 2;
	}
	const zoo = await Zoo.open(chosen);
	const began = Date.now();
	// A process for each would take minutes; in this one, each has a run of its own, and so a time.
	const groups = built ? [chosen] : chosen.map((specimen) => [specimen]);
	const check = built ? fromBuild : fromSource;
	// More at a time would measure the machine's patience, not the product's.
	const rows = (await pLimit(8).map(groups, (group) => visitTimed(zoo, group, check))).flat();
	await zoo.close();
	const seconds = (Date.now() - began) / 1000;
	for (const row of rows) if (row.right) console.log(line(row));
	const wrong = rows.filter(({ right }) => !right);
	const spent = rows.reduce((sum, row) => sum + row.spent, 0);
	console.log(
		`\n${rows.length} specimens, ${rows.length - wrong.length} right, ${wrong.length} wrong; ${spent} requests in ${seconds.toFixed(1)} s (${built ? "built command" : "sources"}, Node ${process.versions.node})`,
	);
	for (const row of wrong) console.log(`${line(row)}  ${row.evidence}`);
	return wrong.length === 0 ? 0 : 1;
}

async function visitTimed(zoo: Zoo, group: readonly Specimen[], check: Checker): Promise<Timed[]> {
	const began = Date.now();
	const { sightings } = await zoo.visit(group, check);
	return sightings.map((sighting) => ({ ...sighting, milliseconds: Date.now() - began }));
}

function line({ specimen, got, spent, milliseconds, right }: Timed): string {
	return [
		right ? "right" : "WRONG",
		specimen.name.padEnd(42),
		specimen.expected.padEnd(26),
		got.padEnd(26),
		`${spent}/${specimen.requests}`.padEnd(6),
		`${milliseconds} ms`.padStart(8),
	].join(" ");
}
