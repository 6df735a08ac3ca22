/** Offsets into a text; `end` is the first character after it. */
export interface Range {
	readonly start: number;
	readonly end: number;
}

/**
 * A stretch of a value, `from` to `to`, and the stretch of source that it was made from. Where both are equally long they
 * agree character by character; otherwise (a character reference, an escape) the stretch is indivisible.
 */
export interface Piece extends Range {
	readonly from: number;
	readonly to: number;
}

/**
 * The source of the value's characters `from` to `to`.
 *
 * @param pieces Adjoining, from the value's start to its end, at least one.
 */
export function sourceRange(pieces: readonly Piece[], from: number, to: number): Range {
	const first = pieceAt(pieces, from);
	const start = isLiteral(first) ? first.start + (from - first.from) : first.start;
	if (from === to) return { start, end: start };
	const last = pieceAt(pieces, to - 1);
	return { start, end: isLiteral(last) ? last.start + (to - last.from) : last.end };
}

function isLiteral(piece: Piece): boolean {
	return piece.to - piece.from === piece.end - piece.start;
}

/** The piece that holds a character of the value; the last one for the value's end. */
function pieceAt(pieces: readonly Piece[], index: number): Piece {
	let low = 0;
	let high = pieces.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((pieces[middle]?.to ?? 0) > index) high = middle;
		else low = middle + 1;
	}
	const piece = pieces[low];
	if (piece === undefined) throw new RangeError("a value without pieces has no source");
	return piece;
}
