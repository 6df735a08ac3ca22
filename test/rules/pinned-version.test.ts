import { expect, test } from "vitest";
import { pinnedVersion } from "../../src/rules/pinned-version.ts";
import { shelfOf } from "../resolve/samples.ts";
import { see } from "./samples.ts";

test.each([
	["<https://arxiv.org/abs/1706.03762v5>", "<https://arxiv.org/abs/1706.03762>"],
	["<https://arxiv.org/pdf/1706.03762v5.pdf#page=2>", "<https://arxiv.org/pdf/1706.03762.pdf#page=2>"],
	["<https://arxiv.org/pdf/1706.03762v5#page=2>", "<https://arxiv.org/pdf/1706.03762#page=2>"],
	["<https://arxiv.org/pdf/hep-th/9901001v3.pdf>", "<https://arxiv.org/pdf/hep-th/9901001.pdf>"],
	["[x](https://arxiv.org/abs/1706.03762v5?a=1&amp;b=2)", undefined],
])("%s becomes %s", (text, fixed) => {
	const [seen] = see(pinnedVersion, { text }, shelfOf());
	expect(seen?.message).toContain(" is version ");
	expect(seen?.fixed).toBe(fixed);
});
