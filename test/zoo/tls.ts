import { bytes, healthy } from "./answers.ts";
import type { Specimen } from "./specimen.ts";

/** Certificates that browsers warn of, and handshakes that fail. */
export const tls: readonly Specimen[] = [
	{
		name: "certificate-expired",
		site: { site: healthy, certificate: { expired: true } },
		expected: "dead tls",
		requests: 1,
	},
	{
		name: "certificate-of-another-host",
		site: { site: healthy, certificate: { names: ["elsewhere.zoo.test"] } },
		expected: "dead tls",
		requests: 1,
	},
	{
		name: "certificate-self-signed",
		site: { site: healthy, certificate: { selfSigned: true } },
		expected: "dead tls",
		requests: 1,
	},
	{
		name: "certificate-chain-incomplete",
		site: { site: healthy, certificate: { incomplete: true } },
		expected: "unsure connection",
		requests: 1,
	},
	{
		name: "certificate-with-wildcard",
		url: "https://www.certificate-with-wildcard.zoo.test/papers/attention",
		others: {
			"www.certificate-with-wildcard.zoo.test": {
				site: healthy,
				certificate: { names: ["*.certificate-with-wildcard.zoo.test"] },
			},
		},
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "plain-http-on-443",
		site: { connection: bytes("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n") },
		expected: "unsure connection",
		requests: 3,
	},
	{
		name: "handshake-cut-off",
		site: { connection: (socket) => void socket.once("data", () => socket.destroy()) },
		expected: "unsure connection",
		requests: 3,
	},
	{
		name: "handshake-hangs",
		site: { connection: (socket) => void socket.resume() },
		expected: "unsure timeout",
		requests: 2,
	},
	{
		name: "handshake-refused-by-alert",
		// A fatal handshake_failure alert: RFC 8446, 6.
		site: { connection: bytes(Uint8Array.of(0x15, 3, 3, 0, 2, 2, 40)) },
		expected: "unsure connection",
		requests: 3,
	},
];
