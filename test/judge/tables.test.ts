import { expect, test } from "vitest";
import { judgeHttp } from "../../src/judge/http.ts";
import { brokers, parking } from "../../src/judge/parking.ts";
import { recognise, type Signature } from "../../src/judge/signature.ts";
import { tombstones } from "../../src/judge/tombstones.ts";
import { walls } from "../../src/judge/walls.ts";
import type { Reason } from "../../src/model.ts";
import { attempt, observe, type Specimens } from "./answers.ts";
import { parking as parkingSpecimens } from "./specimens/parking.ts";
import { tombstones as tombstoneSpecimens } from "./specimens/tombstones.ts";
import { walls as wallSpecimens } from "./specimens/walls.ts";

const tables: ReadonlyArray<readonly [Reason, readonly Signature[], Readonly<Record<string, Specimens>>]> = [
	["bot-wall", walls, wallSpecimens],
	["tombstone", tombstones, tombstoneSpecimens],
	["parked", [...parking, ...brokers], parkingSpecimens],
];

for (const [reason, table, specimens] of tables) {
	test(`every row of ${reason} has specimens, and every specimen a row`, () => {
		expect(Object.keys(specimens).sort()).toEqual(table.map(({ name }) => name).sort());
	});

	for (const row of table) {
		const { catches, spares } = specimens[row.name] ?? { catches: [], spares: [] };

		test.each(catches)(`${reason}: ${row.name} catches its specimen %#`, (answer) => {
			expect(judgeHttp(observe(answer))).toMatchObject({ reason, evidence: row.name });
		});

		test.each(spares)(`${reason}: ${row.name} spares near miss %#`, ({ reason: right = "ok", ...answer }) => {
			expect(judgeHttp(observe(answer)).reason).toBe(right);
		});

		test.each(row.marks)(`${reason}: every mark of ${row.name} has a specimen: mark %#`, (mark) => {
			const proofs = catches.filter(
				(answer) => recognise([{ ...row, marks: [mark] }], attempt(answer)) !== undefined,
			);
			expect(proofs).not.toEqual([]);
		});

		test(`${reason}: ${row.name} asks for more than a status that others send`, () => {
			const lone = row.marks.filter((mark) => Object.keys(mark).join() === "status");
			expect(lone.flatMap(({ status = [] }) => status.filter((code) => code < 600))).toEqual([]);
		});
	}
}
