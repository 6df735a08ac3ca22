import { expect, test } from "vitest";
import { Slots } from "../../../src/check/http/slots.ts";

/** Enters with each of the urgencies while the only slot is taken, and says in which order they got it. */
async function orderOf(urgencies: readonly number[]): Promise<number[]> {
	const slots = new Slots(1);
	const leave = await slots.enter(0);
	const order: number[] = [];
	const all = urgencies.map(async (urgency, i) => {
		const leaveToo = await slots.enter(urgency);
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
	const slots = new Slots(3);
	let inside = 0;
	let most = 0;
	await Promise.all(
		Array.from({ length: 20 }, async (_, i) => {
			const leave = await slots.enter(i % 4);
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
	const slots = new Slots(1);
	const leave = await slots.enter(0);
	const order: string[] = [];
	const wait = async (name: string, urgency: number): Promise<void> => {
		const leaveToo = await slots.enter(urgency);
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
	const slots = new Slots(1);
	const leave = await slots.enter(0);
	leave();
	leave();
	await slots.enter(0);
	let entered = false;
	void slots.enter(0).then(() => {
		entered = true;
	});
	await new Promise(setImmediate);
	expect(entered).toBe(false);
});

test("where there are fewer slots than are in, nobody gets in until enough have left; more let in at once", async () => {
	const slots = new Slots(2);
	const [leave, leaveToo] = [await slots.enter(), await slots.enter()];
	slots.count = 1;
	let entered = 0;
	const late = [slots.enter(), slots.enter()].map((entering) => entering.then(() => (entered += 1)));
	leave();
	await new Promise(setImmediate);
	expect([entered, slots.waiting, slots.present]).toEqual([0, 2, 3]);
	leaveToo();
	await late[0];
	expect(entered).toBe(1);
	slots.count = 2;
	await late[1];
	expect([entered, slots.waiting, slots.present]).toEqual([2, 0, 2]);
});
