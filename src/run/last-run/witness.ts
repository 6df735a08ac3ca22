import { hash } from "node:crypto";

/** Of a question that was answered: its name, what it was asked with, and the SHA-256 of the answer. */
export type Testimony = readonly [question: string, args: readonly unknown[], answer: string];

type Question = (...args: never[]) => Promise<unknown>;

/** A question with its arguments, and what came of it. */
interface Asked {
	readonly question: string;
	readonly args: readonly unknown[];
	readonly answer: Promise<unknown>;
}

/** Stands between a run and the world: it asks each question once, and can testify what was answered. */
export class Witness<Q extends Readonly<Record<keyof Q, Question>>> {
	/** The questions, as the run asks them. */
	readonly questions: Q;
	readonly #world: Q;
	readonly #asked = new Map<string, Asked>();
	/** By the same keys: what the run wanted to know, which is not all that was asked. */
	readonly #wanted = new Set<string>();

	/** @param world Functions of what JSON can hold, which answer with what JSON can hold, or bytes. */
	constructor(world: Q) {
		this.#world = world;
		const ask =
			(question: string) =>
			(...args: readonly unknown[]) => {
				this.#wanted.add(keyOf(question, args));
				return this.#ask(question, args);
			};
		this.questions = Object.fromEntries(Object.keys(world).map((name) => [name, ask(name)])) as unknown as Q;
	}

	/** Whether all these questions would be answered as they were. Never rejects. */
	async confirms(testimonies: readonly Testimony[]): Promise<boolean> {
		const same = testimonies.map(async ([question, args, answer]) => {
			return question in this.#world && (await digestOf(this.#ask(question, args))) === answer;
		});
		return (await Promise.all(same)).every(Boolean);
	}

	/** What the run was told. To be called when nothing is asked any more. */
	testify(): Promise<Testimony[]> {
		const wanted = [...this.#wanted].flatMap((key) => this.#asked.get(key) ?? []);
		return Promise.all(
			wanted.map(async ({ question, args, answer }) => [question, args, await digestOf(answer)] as const),
		);
	}

	#ask(question: string, args: readonly unknown[]): Promise<unknown> {
		const key = keyOf(question, args);
		const known = this.#asked.get(key);
		if (known !== undefined) return known.answer;
		const answer = this.#world[question as keyof Q](...(args as never[]));
		this.#asked.set(key, { question, args, answer });
		return answer;
	}
}

function keyOf(question: string, args: readonly unknown[]): string {
	return JSON.stringify([question, ...args]);
}

/** A refusal is an answer, too. */
async function digestOf(answer: Promise<unknown>): Promise<string> {
	const told = await answer.then(
		(value) => (value instanceof Uint8Array ? value : JSON.stringify(value)),
		(error: unknown) => `refused: ${error}`,
	);
	return hash("sha256", told, "base64url");
}
