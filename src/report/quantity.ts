/** A number with its noun, whose plural takes an s: `1 link`, `2 links`. */
export function quantity(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
