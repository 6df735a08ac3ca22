export interface WireTable {
	/** Addresses of a name, or the code of the error that looking it up gives. Any other name is ENOTFOUND. */
	readonly names: Readonly<Record<string, readonly string[] | string>>;
	/** Where a connection to a port arrives on loopback. */
	readonly ports: Readonly<Record<string, number>>;
	/** The same for one `host:port`; it wins. */
	readonly routes: Readonly<Record<string, number>>;
	/** PEM of a certificate authority that is trusted besides the system's. */
	readonly ca: string;
}

/** From now on names and connections go by the table. */
export function install(table: WireTable): void;

/** `host address port` of every connection that was begun since `install`, in order; loopback literals are not on it. */
export const connections: string[];
