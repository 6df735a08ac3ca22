import { execFile } from "node:child_process";

/** What git printed, or why it did not. */
export type GitAnswer =
	| { readonly ok: true; readonly stdout: string }
	| {
			readonly ok: false;
			readonly reason: "not-a-repository" | "missing" | "refused" | "failed";
			/** Absent when git did not end by itself. */
			readonly status?: number | undefined;
			readonly detail: string;
	  };

/** More than any index prints: about 5 million paths. */
const MAX_OUTPUT_BYTES = 2 ** 29;

interface GitOptions {
	/** In milliseconds; none is no limit. */
	readonly timeout?: number;
	/** For its standard input. */
	readonly input?: string | Uint8Array | undefined;
	/** Whether it may ask the repository's remote for what is not here. */
	readonly remote?: boolean;
}

/** A file system monitor is a program that the repository's configuration names; reading needs none. */
const safe: readonly string[] = ["-c", "core.fsmonitor=false"];

/** A partial clone has not all contents; as a rule they are not worth a download. Nobody is there to type a password. */
function environment(remote = false): NodeJS.ProcessEnv {
	const local = remote ? {} : { GIT_NO_LAZY_FETCH: "1" };
	return { ...process.env, ...local, GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
}

/** Runs git without a shell. Never rejects. */
export function git(
	cwd: string,
	args: readonly string[],
	{ timeout = 0, input = "", remote = false }: GitOptions = {},
): Promise<GitAnswer> {
	const options = { cwd, env: environment(remote), timeout, maxBuffer: MAX_OUTPUT_BYTES };
	return new Promise((resolve) => {
		const child = execFile("git", [...safe, ...args], options, (error, stdout, stderr) => {
			resolve(error === null ? { ok: true, stdout } : { ok: false, ...failure(error, stderr) });
		});
		// Where git ends before it has read all, its exit status says why.
		child.stdin?.on("error", () => {}).end(input);
	});
}

function failure(error: Error & { code?: unknown }, stderr: string): Omit<GitAnswer & { ok: false }, "ok"> {
	const detail = (stderr.trim() || error.message).split("\n", 1)[0] ?? "";
	if (error.code === "ENOENT") return { reason: "missing", detail };
	if (/not a git repository|must be run in a work tree/.test(stderr))
		return { reason: "not-a-repository", detail };
	if (stderr.includes("dubious ownership")) return { reason: "refused", detail };
	return { reason: "failed", detail, status: typeof error.code === "number" ? error.code : undefined };
}

/** What git ignores below `folder`. A folder that is ignored as a whole is one path, with a final slash. */
export async function listIgnored(folder: string): Promise<string[]> {
	const answer = await git(folder, ["ls-files", "-z", "-o", "-i", "--exclude-standard", "--directory"]);
	return answer.ok ? answer.stdout.split("\0").slice(0, -1) : [];
}

/** The address of the remote `origin`, and the default branch there as far as git was told. */
export async function readOrigin(folder: string): Promise<{ address?: string; branch?: string }> {
	const [address, head] = await Promise.all([
		git(folder, ["remote", "get-url", "origin"]),
		git(folder, ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"]),
	]);
	return {
		...(address.ok ? { address: address.stdout.trim() } : {}),
		...(head.ok ? { branch: head.stdout.trim().replace(/^origin\//, "") } : {}),
	};
}

/**
 * The first bytes of a content, by the name that git has for it; empty where git cannot tell. Git is ended as soon as they are
 * there, or `signal` aborts. Never rejects.
 */
export function readBlob(root: string, blob: string, bytes: number, signal: AbortSignal): Promise<Buffer> {
	const options = { cwd: root, env: environment(), signal, maxBuffer: bytes, encoding: "buffer" } as const;
	return new Promise((resolve) => {
		// What is beyond `maxBuffer` is an error, which comes with all that is within.
		execFile("git", [...safe, "cat-file", "blob", blob], options, (_, stdout) => resolve(stdout));
	});
}

/**
 * Whole contents by the names that git has for them, in the same order; undefined for what is neither here nor, in a partial
 * clone, at the remote. Never rejects.
 */
export function readBlobs(root: string, blobs: readonly string[]): Promise<(Buffer | undefined)[]> {
	const options = {
		cwd: root,
		env: environment(true),
		maxBuffer: MAX_OUTPUT_BYTES,
		encoding: "buffer",
	} as const;
	return new Promise((resolve) => {
		const child = execFile("git", [...safe, "cat-file", "--batch"], options, (_, stdout) =>
			resolve(parseBatch(stdout, blobs.length)),
		);
		child.stdin?.on("error", () => {}).end(blobs.map((blob) => `${blob}\n`).join(""));
	});
}

/** For each object a line `NAME blob SIZE`, its bytes and a line end; or a line `NAME missing`. */
function parseBatch(stdout: Buffer, count: number): (Buffer | undefined)[] {
	let at = 0;
	return Array.from({ length: count }, () => {
		const end = stdout.indexOf("\n", at);
		if (end === -1) return undefined;
		const [, type, size] = stdout.toString("utf8", at, end).split(" ");
		at = end + 1;
		if (type !== "blob") return undefined;
		const content = stdout.subarray(at, at + Number(size));
		at += Number(size) + 1;
		return content;
	});
}

/** Whether git hands the content of a tracked path to LFS. */
export async function isLfs(root: string, path: string): Promise<boolean> {
	const answer = await git(root, ["check-attr", "-z", "filter", "--", path]);
	return answer.ok && answer.stdout.split("\0")[2] === "lfs";
}
