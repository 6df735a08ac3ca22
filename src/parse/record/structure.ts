import type {
	Cell,
	Entry,
	EntryLink,
	Item,
	ItemKind,
	LinkRole,
	List,
	Mention,
	ParsedDocument,
	Row,
	Section,
	Table,
} from "../../model.ts";
import { given } from "../given.ts";
import type { Lines } from "../lines.ts";
import { sectionAt } from "../sections.ts";
import { at } from "./said.ts";
import type { TapeReader, TapeWriter } from "./tape.ts";

/** What a document lists. */
export type Structure = Pick<ParsedDocument, "lists" | "tables" | "entries">;

/** What structures are made of. */
export interface Known {
	readonly mentions: readonly Mention[];
	readonly sections: readonly Section[];
	readonly lines: Lines;
}

const itemKinds: readonly ItemKind[] = ["entry", "label", "group", "attribute", "index"];
const entryKinds: readonly Entry["kind"][] = ["item", "row", "paragraph"];
const roles: readonly LinkRole[] = ["primary", "resource", "secondary"];

type Building<T extends { readonly entry?: Entry }> = Omit<T, "entry"> & { entry?: Entry };

export function writeStructure(
	tape: TapeWriter,
	{ lists, tables, entries }: Structure,
	mentions: readonly Mention[],
): void {
	const mentionAt = new Map(mentions.map((mention, index) => [mention, index]));
	const entryAt = new Map(entries.map((entry, index) => [entry, index]));
	const itemAt = new Map<Item, number>();
	const rowAt = new Map<Row, number>();
	const writeMention = (mention: Mention) => tape.number(mentionAt.get(mention) ?? 0);
	const writeEntryAt = (entry: Entry | undefined) =>
		tape.number(entry === undefined ? -1 : (entryAt.get(entry) ?? 0));
	const writeCell = ({ text, span, mentions: own }: Cell) => {
		tape.span(span);
		tape.text(text, span.start.offset);
		tape.list(own, writeMention);
	};
	const writeList = ({ ordered, span, items }: List): void => {
		tape.flag(ordered);
		tape.span(span);
		tape.list(items, (item) => {
			itemAt.set(item, itemAt.size);
			tape.number(itemKinds.indexOf(item.kind));
			tape.span(item.head);
			tape.span(item.span);
			tape.text(item.text, item.head.start.offset);
			tape.list(item.mentions, writeMention);
			writeEntryAt(item.entry);
			tape.list(item.lists, writeList);
		});
	};
	tape.list(
		lists.filter(({ parent }) => parent === undefined),
		writeList,
	);
	tape.list(tables, ({ span, header, rows }) => {
		tape.span(span);
		tape.list(header, writeCell);
		tape.list(rows, (row) => {
			rowAt.set(row, rowAt.size);
			tape.span(row.span);
			tape.list(row.cells, writeCell);
			writeEntryAt(row.entry);
		});
	});
	tape.list(entries, (entry) => {
		tape.number(entryKinds.indexOf(entry.kind));
		tape.span(entry.titleSpan);
		tape.text(entry.title, entry.titleSpan.start.offset);
		tape.number(entry.depth);
		writeEntryAt(entry.parent);
		tape.maybe(entry.item, (item) => tape.number(itemAt.get(item) ?? 0));
		tape.maybe(entry.row, (row) => tape.number(rowAt.get(row) ?? 0));
		if (entry.kind === "paragraph") tape.span(entry.span);
		tape.list(entry.links, ({ mention, role, label, labelSpan, inherited }) => {
			writeMention(mention);
			tape.number(roles.indexOf(role));
			tape.flag(inherited);
			tape.maybe(label, (text) => tape.text(text, mention.textSpan.start.offset));
			tape.maybe(labelSpan, (span) => tape.span(span));
		});
	});
}

export function readStructure(tape: TapeReader, known: Known): Structure {
	const lists: List[] = [];
	const items: Item[] = [];
	const rows: Row[] = [];
	/** What belongs to an entry, with the entry's number. */
	const owned: { readonly of: { entry?: Entry }; readonly entry: number }[] = [];
	const readMention = () => at(known.mentions, tape.number());
	const own = (of: { entry?: Entry }): void => {
		const entry = tape.number();
		if (entry !== -1) owned.push({ of, entry });
	};
	const readCell = (): Cell => {
		const span = tape.span();
		return { text: tape.text(), span, mentions: tape.list(readMention) };
	};
	const readList = (parent?: Item): List => {
		const ordered = tape.flag();
		const span = tape.span();
		const inside: Item[] = [];
		const section = sectionAt(known.sections, span.start.offset);
		const list: List = { ordered, items: inside, section, span, ...given("parent", parent) };
		lists.push(list);
		tape.list(() => {
			const item = readItem(list);
			inside.push(item);
		});
		return list;
	};
	const readItem = (list: List): Item => {
		const kind = itemKinds[tape.number()] ?? "entry";
		const head = tape.span();
		const span = tape.span();
		const nested: List[] = [];
		const item: Building<Item> = {
			kind,
			text: tape.text(),
			head,
			span,
			lines: known.lines.whole(span),
			mentions: tape.list(readMention),
			list,
			lists: nested,
		};
		items.push(item);
		own(item);
		tape.list(() => {
			nested.push(readList(item));
		});
		return item;
	};
	tape.list(() => readList());
	const tables = tape.list((): Table => {
		const span = tape.span();
		const section = sectionAt(known.sections, span.start.offset);
		const inside: Row[] = [];
		const table: Table = { header: tape.list(readCell), rows: inside, section, span };
		tape.list(() => {
			const whole = tape.span();
			const row: Building<Row> = {
				cells: tape.list(readCell),
				table,
				span: whole,
				lines: known.lines.whole(whole),
			};
			inside.push(row);
			rows.push(row);
			own(row);
		});
		return table;
	});
	const entries: Entry[] = [];
	const parents: { readonly of: { parent?: Entry }; readonly entry: number }[] = [];
	tape.list(() => {
		const kind = entryKinds[tape.number()] ?? "item";
		const titleSpan = tape.span();
		const title = tape.text();
		const depth = tape.number();
		const parent = tape.number();
		const item = tape.maybe(() => at(items, tape.number()));
		const row = tape.maybe(() => at(rows, tape.number()));
		const span = (item ?? row)?.span ?? tape.span();
		const lines = (item ?? row)?.lines ?? known.lines.whole(span);
		const links = tape.list((): EntryLink => {
			const mention = readMention();
			const role = roles[tape.number()] ?? "primary";
			const inherited = tape.flag();
			const label = tape.maybe(() => tape.text());
			const labelSpan = tape.maybe(() => tape.span());
			return { mention, role, ...given("label", label), ...given("labelSpan", labelSpan), inherited };
		});
		const section = row?.table.section ?? sectionAt(known.sections, span.start.offset);
		const entry: Omit<Entry, "parent"> & { parent?: Entry } = {
			kind,
			title,
			titleSpan,
			links,
			section,
			span,
			lines,
			depth,
			...given("item", item),
			...given("row", row),
		};
		entries.push(entry);
		if (parent !== -1) parents.push({ of: entry, entry: parent });
	});
	for (const { of, entry } of owned) of.entry = at(entries, entry);
	for (const { of, entry } of parents) of.parent = at(entries, entry);
	return { lists, tables, entries };
}
