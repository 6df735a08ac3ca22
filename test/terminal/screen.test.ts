import { expect, test } from "vitest";
import { hasColor, hasHyperlinks, pageOn } from "../../src/terminal/screen.ts";

const terminal = { isTTY: true, columns: 120 };
const file = {};

test.each([
	["a terminal", terminal, {}, true],
	["a file", file, {}, false],
	["a dumb terminal", terminal, { TERM: "dumb" }, false],
	["NO_COLOR", terminal, { NO_COLOR: "1" }, false],
	["an empty NO_COLOR says nothing", terminal, { NO_COLOR: "" }, true],
	["FORCE_COLOR into a file", file, { FORCE_COLOR: "1" }, true],
	["FORCE_COLOR=0", terminal, { FORCE_COLOR: "0" }, false],
	["NO_COLOR wins", terminal, { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
])("colours: %s", (_, screen, env, expected) => {
	expect(hasColor(screen, env)).toBe(expected);
});

test.each([
	["an unknown terminal", terminal, {}, false],
	["kitty", terminal, { TERM: "xterm-kitty" }, true],
	["Visual Studio Code", terminal, { TERM_PROGRAM: "vscode" }, true],
	["a new VTE", terminal, { VTE_VERSION: "7200" }, true],
	["an old VTE", terminal, { VTE_VERSION: "4205" }, false],
	["a file, in kitty", file, { TERM: "xterm-kitty" }, false],
	["without colours, in kitty", terminal, { TERM: "xterm-kitty", NO_COLOR: "1" }, false],
	["FORCE_HYPERLINK", file, { FORCE_HYPERLINK: "1" }, true],
	["FORCE_HYPERLINK=0", terminal, { TERM: "xterm-kitty", FORCE_HYPERLINK: "0" }, false],
])("hyperlinks: %s", (_, screen, env, expected) => {
	expect(hasHyperlinks(screen, env)).toBe(expected);
});

test("a page knows the checked commit only on a runner", () => {
	const place = { root: "/r", prefix: "", quiet: false, verbose: false };
	expect(pageOn(file, {}, place)).toEqual({
		color: false,
		columns: 80,
		prefix: "",
		quiet: false,
		verbose: false,
	});
	const env = { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "a/b", GITHUB_SHA: "c" };
	expect(pageOn(file, env, place).blobUrl).toBe("https://github.com/a/b/blob/c");
});
