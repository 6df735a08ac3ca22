/** Addresses of a name, or the code of the error that looking it up gives. */
export type NameAnswer = readonly string[] | string;

export interface WireTable {
	/** What a name resolves to. Any other name is ENOTFOUND. */
	readonly names: Readonly<Record<string, NameAnswer>>;
	/** What a name resolves to from its second look-up on, where that differs. */
	readonly laterNames: Readonly<Record<string, NameAnswer>>;
	/** Where a connection to a port arrives on loopback. */
	readonly ports: Readonly<Record<string, number>>;
	/** The same for one `host:port`; it wins. */
	readonly routes: Readonly<Record<string, number>>;
	/** PEM of the certificate authority that is trusted instead of the system's. */
	readonly ca: string;
}

/** From now on names and connections go by the table. */
export function install(table: WireTable): void;

/** `host address port` of every connection that was begun since `install`, in order. */
export const connections: string[];
