import type { Site } from "../wire/internet.ts";

/** A file as the API tells of it, in as far as it matters. */
export interface ApiFile {
	readonly filename: string;
	readonly status: "added" | "removed" | "modified" | "renamed" | "copied" | "changed";
	readonly changes: number;
	readonly previous_filename?: string;
	/** Absent for what is binary or too long. */
	readonly patch?: string;
}

/** Tells of the files of a pull request, a page at a time (https://docs.github.com/rest/pulls/pulls#list-pull-requests-files). */
export function pullFiles(files: readonly ApiFile[]): Site {
	return ({ url = "" }, response) => {
		const { pathname, searchParams } = new URL(url, "https://api.github.test");
		const size = Number(searchParams.get("per_page"));
		const start = (Number(searchParams.get("page")) - 1) * size;
		const page = files.slice(start, start + size);
		if (pathname !== "/repos/ada/shelf/pulls/7/files") response.writeHead(404).end("{}");
		else response.setHeader("content-type", "application/json").end(JSON.stringify(page));
	};
}

/** Tells of the files between two commits (https://docs.github.com/rest/commits/commits#compare-two-commits). */
export function comparison(before: string, after: string, files: readonly ApiFile[]): Site {
	return ({ url }, response) => {
		if (url !== `/repos/ada/shelf/compare/${before}...${after}`) response.writeHead(404).end("{}");
		else response.setHeader("content-type", "application/json").end(JSON.stringify({ files }));
	};
}
