/**
 * `node bench/profile.mjs FILE.cpuprofile…`: the self time of what `node --cpu-prof` recorded, by package and, for our own code,
 * by folder; and the functions with the most of it.
 */
import { readFileSync } from "node:fs";

const packages = new Map();
const functions = new Map();
let all = 0;

for (const file of process.argv.slice(2)) {
	const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, "utf8"));
	const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
	for (const [index, id] of samples.entries()) {
		const { functionName, url } = frames.get(id);
		if (functionName === "(idle)") continue;
		const milliseconds = timeDeltas[index] / 1000;
		all += milliseconds;
		const owner = packageOf(url, functionName);
		add(packages, owner, milliseconds);
		add(functions, `${functionName || "(anonymous)"} in ${owner}, ${url.split("/").at(-1)}`, milliseconds);
	}
}

console.log(`${Math.round(all)} ms in all`);
print(packages, 16);
print(functions, 24);

function packageOf(url, functionName) {
	const installed = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
	if (installed !== undefined) return installed;
	const own = /\/lib\/(?:([^/]+)\/)?/.exec(url);
	if (own !== null) return `our ${own[1] ?? "entry"}/`;
	if (url !== "") return "node";
	return functionName.startsWith("(") ? functionName : "native code";
}

function add(sums, key, milliseconds) {
	sums.set(key, (sums.get(key) ?? 0) + milliseconds);
}

function print(sums, count) {
	const rows = [...sums].sort(([, a], [, b]) => b - a).slice(0, count);
	console.log("");
	for (const [name, sum] of rows) console.log(`${((100 * sum) / all).toFixed(1).padStart(5)} %  ${name}`);
}
