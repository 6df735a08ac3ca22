import { expect, test } from "vitest";
import { openSlots } from "../../../src/check/http/slots.ts";

/** Enters with each of the urgencies while the only slot is taken, and says in which order they got it. */
async function orderOf(urgencies: readonly number[]): Promise<number[]> {
	const enter = openSlots(1);
	const leave = await enter(0);
	const order: number[] = [];
	const all = urgencies.map(async (urgency, i) => {
		const leaveToo = await enter(urgency);
		order.push(i);
		leaveToo();
	});
	leave();
	await Promise.all(all);
	return order;
}

test.each<[string, readonly number[], readonly number[]]>([
	["the most urgent first", [1, 3, 2], [1, 2, 0]],
	["equals in the order they came", [0, 0, 0, 0], [0, 1, 2, 3]],
	["both", [1, 2, 1, 2, 0, 1], [1, 3, 0, 2, 5, 4]],
	["what is less than one counts", [0.5, 0, 0.75], [2, 0, 1]],
])("%s", async (_, urgencies, expected) => {
	expect(await orderOf(urgencies)).toEqual(expected);
});

test("no more are in than there are slots, and all get in", async () => {
	const enter = openSlots(3);
	let inside = 0;
	let most = 0;
	await Promise.all(
		Array.from({ length: 20 }, async (_, i) => {
			const leave = await enter(i % 4);
			inside += 1;
			most = Math.max(most, inside);
			await Promise.resolve();
			inside -= 1;
			leave();
		}),
	);
	expect([most, inside]).toEqual([3, 0]);
});

test("who comes late and is more urgent goes before those that wait", async () => {
	const enter = openSlots(1);
	const leave = await enter(0);
	const order: string[] = [];
	const wait = async (name: string, urgency: number): Promise<void> => {
		const leaveToo = await enter(urgency);
		order.push(name);
		leaveToo();
	};
	const patient = [wait("first", 1), wait("second", 1)];
	await Promise.resolve();
	const late = wait("late", 2);
	leave();
	await Promise.all([...patient, late]);
	expect(order).toEqual(["late", "first", "second"]);
});

test("leaving twice frees one slot", async () => {
	const enter = openSlots(1);
	const leave = await enter(0);
	leave();
	leave();
	await enter(0);
	let entered = false;
	void enter(0).then(() => {
		entered = true;
	});
	await new Promise(setImmediate);
	expect(entered).toBe(false);
});
