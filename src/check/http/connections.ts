import type { Client } from "undici";
import { Slots } from "./slots.ts";

interface Origin {
	readonly slots: Slots;
	/** Those that are connected and wait for a request. */
	readonly idle: Client[];
}

/** A client that nobody else uses until it is released, once. */
export interface Connection {
	readonly client: Client;
	readonly release: () => void;
}

/**
 * Connections to origins, one request at a time on each, kept for the next. undici's pools do the same for twenty kilobytes an
 * origin; most origins of a catalogue have one link.
 */
export class Connections {
	readonly #most: number;
	readonly #open: (origin: string) => Client;
	readonly #origins = new Map<string, Origin>();
	readonly #clients = new Set<Client>();

	/** @param most how many to one origin. */
	constructor(most: number, open: (origin: string) => Client) {
		this.#most = most;
		this.#open = open;
	}

	/** Waits until one may be used. */
	async take(name: string): Promise<Connection> {
		const origin = this.#at(name);
		const leave = await origin.slots.enter();
		const client = origin.idle.pop() ?? this.#connect(name, origin);
		const free = (): void => {
			if (client.stats.connected) origin.idle.push(client);
			else this.#drop(client);
			leave();
			this.#forget(name, origin);
		};
		return {
			client,
			// A body that was not read to its end takes its connection with it, and until that is closed there is no room.
			release: () => void (client.stats.running === 0 ? free() : client.once("disconnect", free)),
		};
	}

	/** Breaks off whatever is going on. */
	async close(): Promise<void> {
		await Promise.all([...this.#clients].map((client) => client.destroy()));
	}

	#at(name: string): Origin {
		const known = this.#origins.get(name);
		if (known !== undefined) return known;
		const origin: Origin = { slots: new Slots(this.#most), idle: [] };
		this.#origins.set(name, origin);
		return origin;
	}

	#connect(name: string, origin: Origin): Client {
		const client = this.#open(name);
		this.#clients.add(client);
		client.on("disconnect", () => {
			const place = origin.idle.indexOf(client);
			// One with a request to come connects again for it.
			if (place < 0) return;
			origin.idle.splice(place, 1);
			this.#drop(client);
			this.#forget(name, origin);
		});
		return client;
	}

	/** It may still be about to connect, for a request that was given up. */
	#drop(client: Client): void {
		this.#clients.delete(client);
		void client.destroy();
	}

	#forget(name: string, { slots, idle }: Origin): void {
		if (slots.present === 0 && idle.length === 0) this.#origins.delete(name);
	}
}
