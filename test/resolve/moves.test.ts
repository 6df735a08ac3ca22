import { expect, test } from "vitest";
import { type Change, withMoves } from "../../src/resolve/moves.ts";
import { shelfOf } from "./samples.ts";

const tree = { "a.pdf": "1", "new/b.pdf": "2", "new/c.pdf": "3", "copy/c.pdf": "3", "empty.pdf": "" };
const empty = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";
const blobs = new Map(Object.entries(tree).map(([path, blob]) => [path, blob === "" ? empty : blob]));
const shelf = shelfOf(...blobs.keys());

const deleted = (path: string, blob: string): Change => ({ path, blob });
const renamed = (path: string, to: string, blob: string, after = blob): Change => ({
	path,
	blob,
	to: { path: to, blob: after },
});

test.each<[why: string, changes: Change[], found: object]>([
	["renamed", [renamed("x.pdf", "a.pdf", "1")], { actual: "a.pdf", likeness: "exact" }],
	["renamed and edited", [renamed("x.pdf", "a.pdf", "0", "1")], { actual: "a.pdf", likeness: "similar" }],
	[
		"renamed twice",
		[renamed("y.pdf", "a.pdf", "1"), renamed("x.pdf", "y.pdf", "1")],
		{ actual: "a.pdf", likeness: "exact" },
	],
	[
		"renamed twice, edited once",
		[renamed("y.pdf", "a.pdf", "1"), renamed("x.pdf", "y.pdf", "0", "1")],
		{ actual: "a.pdf", likeness: "similar" },
	],
	["deleted, with a copy", [deleted("x.pdf", "2")], { actual: "new/b.pdf", likeness: "exact" }],
	[
		"renamed, then deleted, with a copy",
		[deleted("y.pdf", "2"), renamed("x.pdf", "y.pdf", "2")],
		{ actual: "new/b.pdf", likeness: "exact" },
	],
	["the newest counts", [deleted("x.pdf", "2"), renamed("x.pdf", "a.pdf", "1")], { actual: "new/b.pdf" }],
	["deleted, with two copies", [deleted("x.pdf", "3")], {}],
	["deleted, empty as another", [deleted("x.pdf", empty)], {}],
	["renamed, empty as another", [renamed("x.pdf", "empty.pdf", empty)], { likeness: "similar" }],
	["deleted for good", [deleted("x.pdf", "9")], {}],
	["renamed, then deleted", [deleted("y.pdf", "9"), renamed("x.pdf", "y.pdf", "9")], {}],
	["there and back", [renamed("y.pdf", "x.pdf", "9"), renamed("x.pdf", "y.pdf", "9")], {}],
	["never there", [], {}],
])("%s", (_, changes, found) => {
	const { state, ...rest } = withMoves(shelf, { blobs, changes }).find("x.pdf");
	expect(state).toBe("missing");
	if (Object.keys(found).length === 0) expect(rest).toEqual({});
	else expect(rest).toMatchObject(found);
});

test("a tracked file that is gone from the disk has its copy in the index", () => {
	const history = { blobs: new Map([...blobs, ["x.pdf", "2"]]), changes: [] };
	expect(withMoves(shelf, history).find("x.pdf")).toEqual({
		state: "missing",
		actual: "new/b.pdf",
		likeness: "exact",
	});
});

test("a move counts for more than a name, unless the name is sure and the move is not", () => {
	const find = (change: Change) => withMoves(shelf, { blobs, changes: [change] }).find("old/b.pdf");
	expect(shelf.find("old/b.pdf")).toMatchObject({ actual: "new/b.pdf", likeness: "exact" });
	expect(find(renamed("old/b.pdf", "a.pdf", "1"))).toMatchObject({ actual: "a.pdf", likeness: "exact" });
	expect(find(renamed("old/b.pdf", "a.pdf", "0", "1"))).toMatchObject({ actual: "new/b.pdf" });
});

test("what is there has not moved", () => {
	const history = { blobs, changes: [renamed("a.pdf", "new/b.pdf", "1")] };
	expect(withMoves(shelf, history).find("a.pdf")).toEqual({ state: "present" });
});

test.each<[why: string, path: string, changes: Change[], lost: string | undefined]>([
	["deleted", "x.pdf", [deleted("x.pdf", "9")], "9"],
	["renamed, then deleted", "x.pdf", [deleted("y.pdf", "9"), renamed("x.pdf", "y.pdf", "8", "9")], "9"],
	["deleted, with a similar name", "a.pdg", [deleted("a.pdg", "9")], "9"],
	["deleted, with the same name elsewhere", "old/b.pdf", [deleted("old/b.pdf", "9")], undefined],
	["renamed", "x.pdf", [renamed("x.pdf", "a.pdf", "0", "1")], undefined],
	["deleted, with a copy", "x.pdf", [deleted("x.pdf", "2")], undefined],
	["deleted, with two copies", "x.pdf", [deleted("x.pdf", "3")], undefined],
	["never there", "x.pdf", [], undefined],
	["deleted and made anew", "a.pdf", [deleted("a.pdf", "9")], undefined],
])("what is lost: %s", (_, path, changes, lost) => {
	expect(withMoves(shelf, { blobs, changes }).lost(path)).toBe(lost);
});

test.each([
	["deleted on the disk", "gone.pdf", []],
	["renamed, then deleted on the disk", "x.pdf", [renamed("x.pdf", "gone.pdf", "9")]],
])("what is lost: %s", (_, path, changes) => {
	const history = { blobs: new Map([...blobs, ["gone.pdf", "9"]]), changes };
	expect(withMoves(shelf, history).lost(path)).toBe("9");
});
