import "reflect-metadata";
import { webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";

x509.cryptoProvider.set(webcrypto);
const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const DAY = 86_400_000;

export interface Identity {
	readonly key: string;
	readonly cert: string;
}

/** What a test may want to be wrong about a certificate. */
export interface Flaws {
	readonly names?: readonly string[];
	readonly expired?: boolean;
	readonly selfSigned?: boolean;
	/** Signed by an intermediate whose certificate is not sent. */
	readonly incomplete?: boolean;
}

/** A certificate authority for one test run. */
export interface Authority {
	readonly pem: string;
	issue(name: string, flaws?: Flaws): Promise<Identity>;
}

interface Signer {
	readonly name: string;
	readonly keys: webcrypto.CryptoKeyPair;
}

const newKeys = (): Promise<webcrypto.CryptoKeyPair> =>
	webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]) as Promise<webcrypto.CryptoKeyPair>;

export async function createAuthority(): Promise<Authority> {
	const now = Date.now();
	let serial = 1;

	async function certify(
		name: string,
		keys: webcrypto.CryptoKeyPair,
		signer: Signer,
		extensions: x509.Extension[],
		until = now + DAY,
	): Promise<string> {
		const certificate = await x509.X509CertificateGenerator.create({
			serialNumber: (serial++).toString(16).padStart(2, "0"),
			subject: `CN=${name}`,
			issuer: `CN=${signer.name}`,
			notBefore: new Date(Math.min(now, until) - 2 * DAY),
			notAfter: new Date(until),
			signingAlgorithm: algorithm,
			publicKey: keys.publicKey,
			signingKey: signer.keys.privateKey,
			extensions,
		});
		return certificate.toString("pem");
	}

	const authority = [new x509.BasicConstraintsExtension(true, undefined, true)];
	const root: Signer = { name: "Wire Root", keys: await newKeys() };
	const pem = await certify(root.name, root.keys, root, authority);
	const intermediate: Signer = { name: "Wire Intermediate", keys: await newKeys() };
	const leafKeys = await newKeys();
	const key = x509.PemConverter.encode(
		await webcrypto.subtle.exportKey("pkcs8", leafKeys.privateKey),
		"PRIVATE KEY",
	);

	return {
		pem,
		async issue(name, flaws = {}) {
			const names = new x509.SubjectAlternativeNameExtension(
				(flaws.names ?? [name]).map((value) => ({ type: "dns", value })),
			);
			const self: Signer = { name, keys: leafKeys };
			const signer = flaws.selfSigned ? self : flaws.incomplete ? intermediate : root;
			const cert = await certify(name, leafKeys, signer, [names], flaws.expired ? now - DAY : now + DAY);
			return { key, cert };
		},
	};
}
