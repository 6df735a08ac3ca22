import { execFileSync } from "node:child_process";
import process from "node:process";
import { expect, test } from "vitest";

const heap = new URL("../../lib/commands/heap.js", import.meta.url).href;

/** The largest heap, in bytes, of a process that keeps some objects and makes many times as many that it does not keep for long. */
function largestHeapOf(prelude: string): number {
	const program = `
		import { getHeapStatistics } from "node:v8";
		${prelude}
		const make = () => Array.from({ length: 1000 }, (_, i) => ({ i, list: [i] }));
		const kept = Array.from({ length: 400 }, make);
		let largest = 0;
		for (let i = 0; i < 4000; i++) {
			kept[i % 200] = make();
			if (i % 50 === 0) largest = Math.max(largest, getHeapStatistics().total_heap_size);
		}
		console.log(largest);
	`;
	return Number(
		execFileSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8" }),
	);
}

test("a heap grows less", () => {
	const slow = largestHeapOf(`import { growSlowly } from "${heap}"; growSlowly();`);
	expect(slow).toBeLessThan(0.8 * largestHeapOf(""));
});
