import { Transform } from "node:stream";

/** Browsers stop reading a head here. Bytes. */
const MAX_HEAD = 256 * 1024;
/** A field name is a token (RFC 9110, 5.1); white space after it is forbidden, common and harmless. */
const field = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:/;

/**
 * Puts the head of an answer in order as browsers do: lines end in CRLF, folded ones are joined, those that are no field are
 * left out, repeated ones are said once, interim answers (1xx) are skipped. What follows the head passes as it is.
 */
export function mendHead(): Transform {
	let waiting: Buffer | undefined = Buffer.alloc(0);
	return new Transform({
		transform(chunk: Buffer, _, done) {
			if (waiting === undefined) return done(null, chunk);
			waiting = Buffer.concat([waiting, chunk]);
			for (let head = headOf(waiting); head !== undefined; head = headOf(waiting)) {
				const rest: Buffer = waiting.subarray(head.length);
				if (/^HTTP\/\S+ 1\d\d/.test(head)) waiting = rest;
				else {
					waiting = undefined;
					return done(null, Buffer.concat([Buffer.from(mended(head), "latin1"), rest]));
				}
			}
			if (waiting.length <= MAX_HEAD) return done();
			const unread = waiting;
			waiting = undefined;
			done(null, unread);
		},
		flush(done) {
			done(null, waiting);
		},
	});
}

/** The bytes up to the empty line that ends a head, as latin1; undefined when it has not arrived. */
function headOf(bytes: Buffer): string | undefined {
	const text = bytes.toString("latin1");
	const end = /\r?\n\r?\n/.exec(text);
	return end === null ? undefined : text.slice(0, end.index + end[0].length);
}

function mended(head: string): string {
	const [status = "", ...lines] = head
		.trimEnd()
		.replace(/\r?\n[ \t]+/g, " ")
		.split(/\r?\n/);
	const fields = lines.filter((line) => field.test(line)).map((line) => line.replace(field, "$1:"));
	return `${[status, ...new Set(fields)].join("\r\n")}\r\n\r\n`;
}
