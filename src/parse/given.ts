/** A property that is there only where it has a value. */
export function given<Key extends string, Value>(
	key: Key,
	value: Value | undefined,
): { readonly [K in Key]?: Value } {
	return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}
