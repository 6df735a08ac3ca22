/** An element with a text or with elements in it. Its name and the names of its attributes are written as they are. */
export interface Element {
	readonly name: string;
	readonly attributes?: Readonly<Record<string, string | number | undefined>>;
	readonly content?: string | readonly Element[];
}

/** A document of XML 1.0, indented, with its last newline. Text is escaped, and what XML cannot hold is left out. */
export function renderXml(root: Element): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${render(root, "")}`;
}

function render({ name, attributes = {}, content = "" }: Element, indent: string): string {
	const list = Object.entries(attributes).map(([key, value]) =>
		value === undefined ? "" : ` ${key}="${escapeXml(String(value))}"`,
	);
	const open = `${indent}<${name}${list.join("")}`;
	if (content.length === 0) return `${open}/>\n`;
	if (typeof content === "string") return `${open}>${escapeXml(content)}</${name}>\n`;
	const children = content.map((child) => render(child, `${indent}\t`));
	return `${open}>\n${children.join("")}${indent}</${name}>\n`;
}

/** What is no character of XML 1.0, not even as a reference (https://www.w3.org/TR/xml/#charsets). */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeXml(text: string): string {
	return text.replace(forbidden, "").replace(/[&<>"]/g, (character) => entities[character] ?? "");
}
