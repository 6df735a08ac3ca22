import { groupBy } from "../naming/group.ts";
import type { Found } from "./found.ts";
import type { Shelf } from "./shelf.ts";

/** A file that went from its path. */
export interface Change {
	readonly path: string;
	/** The name that git has for its content. */
	readonly blob: string;
	/** Where it went; absent when it was deleted. */
	readonly to?: { readonly path: string; readonly blob: string };
}

/** What git knows of paths. */
export interface History {
	/** The content of each tracked path. */
	readonly blobs: ReadonlyMap<string, string>;
	/** The newest first. */
	readonly changes: readonly Change[];
}

/** A shelf that knows what was in missing files. */
export interface Recollection extends Shelf {
	/** The content that git had last of a missing path, where nothing in the tree takes its place. */
	lost(path: string): string | undefined;
}

type Move = Required<Pick<Found, "actual" | "likeness">>;

/** How the history of a path ends. */
interface Trace {
	/** Its last content; absent where several files have that. */
	readonly blob?: string | undefined;
	/** Where that is now. */
	readonly move?: Move;
}

/** Of a file without content, in git's two formats: it is like every other one. */
const emptyBlobs: ReadonlySet<string> = new Set([
	"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
	"473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
]);

/**
 * The same shelf, which also knows where missing files went. That is exact where nothing but the path changed, and where a
 * deleted file's content is that of one other file.
 */
export function withMoves(shelf: Shelf, history: History): Recollection {
	const trace = tracer(history);
	const isThere = (move: Move | undefined): move is Move =>
		move !== undefined && shelf.find(move.actual).state === "present";
	return {
		...shelf,
		find(path) {
			const found = shelf.find(path);
			if (found.state !== "missing") return found;
			const { move } = trace(path);
			if (!isThere(move)) return found;
			return move.likeness === "similar" && found.likeness === "exact" ? found : { ...found, ...move };
		},
		lost(path) {
			const { blob, move } = trace(path);
			const { state, likeness } = shelf.find(path);
			return state !== "missing" || likeness === "exact" || isThere(move) ? undefined : blob;
		},
	};
}

function tracer({ blobs, changes }: History): (path: string) => Trace {
	const latest = new Map([...changes].reverse().map((change) => [change.path, change]));
	const holders = groupBy(blobs.keys(), (path) => blobs.get(path));

	const holdersOf = (blob: string, except: string): string[] =>
		emptyBlobs.has(blob) ? [] : (holders.get(blob) ?? []).filter((path) => path !== except);

	return (path) => {
		const seen = new Set<string>();
		let likeness: Move["likeness"] = "exact";
		let at = path;
		for (;;) {
			const tracked = blobs.get(at);
			if (tracked !== undefined && at !== path) return { blob: tracked, move: { actual: at, likeness } };
			const change = latest.get(at);
			if (tracked !== undefined || change?.to === undefined) {
				const blob = tracked ?? change?.blob;
				const [actual, ...others] = holdersOf(blob ?? "", at);
				if (actual === undefined) return { blob };
				return others.length === 0 ? { blob, move: { actual, likeness } } : {};
			}
			if (change.blob !== change.to.blob || emptyBlobs.has(change.blob)) likeness = "similar";
			seen.add(at);
			at = change.to.path;
			if (seen.has(at)) return {};
		}
	};
}
