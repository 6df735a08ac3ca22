/** Where two graphs differ. Each thing of one has to be one thing of the other, wherever it is met; spans are only compared. */
export function differences(
	one: unknown,
	other: unknown,
	path = "",
	met = new Map<unknown, unknown>(),
): string[] {
	if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
		return one === other ? [] : [`${path}: ${one} and ${other}`];
	if (met.has(one)) return met.get(one) === other ? [] : [`${path}: another thing`];
	if (!("offset" in one) && !("start" in one)) met.set(one, other);
	const [keys, others] = [keysOf(one), keysOf(other)];
	if (keys.join() !== others.join()) return [`${path}: ${keys} and ${others}`];
	return keys.flatMap((key) => differences(one[key as never], other[key as never], `${path}.${key}`, met));
}

/** Places are worked out when somebody asks, and are no properties then. */
function keysOf(thing: object): string[] {
	const places = ["start", "end", "line", "column"].filter((key) => key in thing);
	return [...new Set([...Object.keys(thing), ...places])].sort();
}
