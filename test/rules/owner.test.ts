import { expect, test } from "vitest";
import { ownerOf } from "../../src/rules/owner.ts";

test.each([
	["https://github.com/lvwerra", "lvwerra"],
	["https://huggingface.co/decapoda-research", "decapoda-research"],
	["https://github.com/lvwerra/trl", undefined],
	["https://github.com/trending", undefined],
	["https://huggingface.co/datasets", undefined],
	["https://github.com", undefined],
	["https://github.com/lvwerra?tab=repositories", undefined],
	["https://example.org/lvwerra", undefined],
	["file:github.com/lvwerra", undefined],
])("%s", (identity, owner) => {
	expect(ownerOf(identity)).toBe(owner);
});
