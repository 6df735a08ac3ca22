import { existsSync, readFileSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem, type as typeOfSystem } from "node:os";
import { git, linkinator, lychee, markdownLinkCheck, node, remark, shelfread } from "./tools.ts";

/** Markdown: what the results hold for. */
export function describeMachine(): string {
	const processor = `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores`;
	const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
	const versions = [node, git, shelfread, lychee, linkinator, markdownLinkCheck, remark].map(
		({ name, version }) => `${name} ${version ?? "not installed"}`,
	);
	return [`- Machine: ${processor}, ${memory}, ${nameOfSystem()}`, `- Versions: ${versions.join(", ")}`].join(
		"\n",
	);
}

function nameOfSystem(): string {
	const file = "/etc/os-release";
	const pretty = existsSync(file)
		? /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync(file, "utf8"))?.[1]
		: undefined;
	return `${pretty ?? typeOfSystem()} (${typeOfSystem()} ${release()})`;
}
