import { expect, test } from "vitest";
import { type Testimony, Witness } from "../../../src/run/last-run/witness.ts";

/** A world of texts by name, which counts how often it is asked. */
function makeWorld(texts: Record<string, string>) {
	const asked: string[] = [];
	const questions = {
		async read({ name }: { readonly name: string }): Promise<{ readonly text: string | undefined }> {
			asked.push(name);
			if (name === "forbidden") throw new Error(`${name}: ${texts[name]}`);
			return { text: texts[name] };
		},
		async bytes({ name }: { readonly name: string }): Promise<Uint8Array> {
			asked.push(name);
			return Buffer.from(texts[name] ?? "");
		},
		async names(): Promise<readonly string[]> {
			asked.push("names");
			return Object.keys(texts);
		},
	};
	return { asked, questions };
}

async function testimoniesIn(texts: Record<string, string>, ...names: readonly string[]) {
	const { questions } = makeWorld(texts);
	const witness = new Witness(questions);
	await witness.questions.names();
	for (const name of names) await witness.questions.read({ name }).catch(() => {});
	return JSON.parse(JSON.stringify(await witness.testify())) as Testimony[];
}

test("nothing is asked twice, and everybody gets the same answer", async () => {
	const { asked, questions } = makeWorld({ a: "1" });
	const { questions: ask } = new Witness(questions);
	expect(await Promise.all([ask.read({ name: "a" }), ask.read({ name: "a" })])).toEqual([
		{ text: "1" },
		{ text: "1" },
	]);
	await expect(ask.read({ name: "forbidden" })).rejects.toThrow("forbidden");
	await expect(ask.read({ name: "forbidden" })).rejects.toThrow("forbidden");
	expect(asked).toEqual(["a", "forbidden"]);
});

const texts = { a: "1", b: "2", forbidden: "x" };

test.each<[string, Record<string, string>, boolean]>([
	["as it was", texts, true],
	["with another text", { ...texts, b: "3" }, false],
	["with a text more", { ...texts, c: "3" }, false],
	["with a text less", { a: "1", forbidden: "x" }, false],
	["with another refusal", { ...texts, forbidden: "y" }, false],
])("a world %s", async (_, now, same) => {
	const testimonies = await testimoniesIn(texts, "a", "b", "forbidden");
	expect(testimonies).toHaveLength(4);
	expect(await new Witness(makeWorld(now).questions).confirms(testimonies)).toBe(same);
});

test("bytes are told apart", async () => {
	const witness = new Witness(makeWorld(texts).questions);
	await witness.questions.bytes({ name: "a" });
	const testimonies = await witness.testify();
	expect(await new Witness(makeWorld(texts).questions).confirms(testimonies)).toBe(true);
	expect(await new Witness(makeWorld({ ...texts, a: "2" }).questions).confirms(testimonies)).toBe(false);
});

test("what nobody asked for may have changed", async () => {
	const testimonies = await testimoniesIn(texts, "a");
	expect(await new Witness(makeWorld({ ...texts, b: "3" }).questions).confirms(testimonies)).toBe(true);
});

test("a question that there is no more is not confirmed", async () => {
	const witness = new Witness(makeWorld(texts).questions);
	expect(await witness.confirms([["smell", [], "x"]])).toBe(false);
	expect(await witness.confirms([])).toBe(true);
});

test("what was asked to confirm is not asked again, and testified only if the run wants it, too", async () => {
	const { asked, questions } = makeWorld({ ...texts, b: "3" });
	const witness = new Witness(questions);
	expect(await witness.confirms(await testimoniesIn(texts, "a", "b"))).toBe(false);
	expect(await witness.questions.read({ name: "b" })).toEqual({ text: "3" });
	expect(asked).toEqual(["names", "a", "b"]);
	expect((await witness.testify()).map(([question, args]) => [question, args])).toEqual([
		["read", [{ name: "b" }]],
	]);
});
