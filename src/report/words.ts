import { clean } from "./clean.ts";

/** What is wrong, and on a second line what to do about it. */
export function withHelp({ message, help }: { readonly message: string; readonly help?: string }): string {
	return help === undefined ? clean(message) : `${clean(message)}\n${clean(help)}`;
}
