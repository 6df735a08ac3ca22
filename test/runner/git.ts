import { execFileSync } from "node:child_process";

const settings = [
	"init.defaultBranch=main",
	"user.name=Ada",
	"user.email=ada@example.org",
	"protocol.file.allow=always",
	"advice.detachedHead=false",
];

/** What git prints on a machine without any configuration, where it is always the same day. */
export function git(folder: string, ...args: readonly string[]): string {
	const date = "2026-01-31T12:00:00Z";
	return execFileSync("git", [...settings.flatMap((setting) => ["-c", setting]), ...args], {
		cwd: folder,
		encoding: "utf8",
		env: {
			...process.env,
			GIT_CONFIG_GLOBAL: "/dev/null",
			GIT_CONFIG_NOSYSTEM: "1",
			GIT_AUTHOR_DATE: date,
			GIT_COMMITTER_DATE: date,
		},
		stdio: ["ignore", "pipe", "pipe"],
	}).trim();
}
