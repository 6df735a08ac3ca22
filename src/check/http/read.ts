import type { Readable, Transform } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { setAlarm } from "./alarm.ts";

/** The start of a body. */
export interface BodyStart {
	readonly bytes: Buffer;
	/** False when there was more, or may have been more. */
	readonly complete: boolean;
	/** What broke the transfer, when something did; impatience counts. */
	readonly error?: unknown;
}

/** Enough to recognise walls and soft 404s; where an anchor must be found, as far as a long specification goes. */
const ENOUGH = 64 * 1024;
const ENOUGH_FOR_IDS = 4 * 1024 * 1024;

/** How many bytes of a body are received, and how many are read once they are decompressed. */
export function enoughFor(ids: boolean): number {
	return ids ? ENOUGH_FOR_IDS : ENOUGH;
}

class BodyTimeout extends Error {
	readonly code = "ETIMEDOUT";
	constructor(milliseconds: number) {
		super(`the headers came, and no body in ${milliseconds / 1000} s`);
	}
}

/**
 * Reads until `enough` says so, the body ends or breaks, or `patience` milliseconds are over: a server that drips its page for
 * minutes has shown its status and its start long before. The stream is destroyed in the end.
 */
export async function readStart(
	body: Readable,
	enough: (length: number, first: Buffer) => boolean,
	patience: number,
): Promise<BodyStart> {
	const chunks: Buffer[] = [];
	let length = 0;
	let impatient = false;
	const stopAlarm = setAlarm(patience, () => {
		impatient = true;
		body.destroy();
	});
	const start = (complete: boolean, error?: unknown): BodyStart => ({
		bytes: joined(chunks),
		complete,
		...(error === undefined ? {} : { error }),
	});
	// Destroying a stream that is still receiving emits an error that nobody waits for any more.
	body.on("error", () => {});
	try {
		for await (const chunk of body as AsyncIterable<Buffer>) {
			chunks.push(chunk);
			length += chunk.length;
			if (enough(length, chunks[0] ?? chunk)) return start(false);
		}
		return impatient ? start(false, new BodyTimeout(patience)) : start(true);
	} catch (error) {
		return start(false, impatient ? new BodyTimeout(patience) : error);
	} finally {
		stopAlarm();
		body.destroy();
	}
}

/** Most bodies come in one piece, which need not be copied. */
function joined(chunks: readonly Buffer[]): Buffer {
	const [first] = chunks;
	return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks);
}

const decoders: Readonly<Record<string, () => Transform>> = {
	gzip: () => createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }),
	"x-gzip": () => createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }),
	deflate: () => createInflate({ finishFlush: constants.Z_SYNC_FLUSH }),
	br: () => createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH }),
};

/** What `decompress` understands, for Accept-Encoding. */
export const acceptEncoding = "gzip, deflate, br";

/**
 * Undoes Content-Encoding, up to `limit` bytes: a bomb is not let out. Bytes that are not what the header says stay as they
 * are, as do those of an encoding that was not asked for.
 */
export async function decompress(
	start: BodyStart,
	encoding: string | undefined,
	limit: number,
): Promise<BodyStart> {
	const name = encoding?.trim().toLowerCase() ?? "";
	const make = decoders[name];
	if (make === undefined || start.bytes.length === 0) return start;
	const whole = await inflate(make(), start, limit);
	if (whole !== undefined) return whole;
	// "deflate" means zlib to the standard and the bare stream to some servers.
	const bare =
		name === "deflate"
			? await inflate(createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH }), start, limit)
			: undefined;
	return bare ?? start;
}

async function inflate(decoder: Transform, start: BodyStart, limit: number): Promise<BodyStart | undefined> {
	const chunks: Buffer[] = [];
	let length = 0;
	decoder.end(start.bytes);
	try {
		for await (const chunk of decoder as AsyncIterable<Buffer>) {
			chunks.push(chunk);
			length += chunk.length;
			if (length >= limit) return { ...start, bytes: joined(chunks), complete: false };
		}
	} catch {
		if (length === 0) return undefined;
		return { ...start, bytes: joined(chunks), complete: false };
	} finally {
		decoder.destroy();
	}
	return { ...start, bytes: joined(chunks) };
}
