import { expect, test } from "vitest";
import { Lines } from "../../src/parse/lines.ts";
import { inOrder } from "../../src/parse/order.ts";
import fc from "../property.ts";

const lines = new Lines("text");

/** Things that begin at these offsets, and know which they were. */
function thingsAt(offsets: readonly number[]) {
	return offsets.map((offset, index) => ({ span: lines.at(offset, offset), index }));
}

test("things are in the order of the text, and those that begin together as they were", () => {
	fc.assert(
		fc.property(fc.array(fc.nat({ max: 9 })), (offsets) => {
			const sorted = thingsAt(offsets).toSorted((a, b) => a.span.start.offset - b.span.start.offset);
			expect(inOrder(thingsAt(offsets)).map(({ index }) => index)).toEqual(sorted.map(({ index }) => index));
		}),
	);
});
