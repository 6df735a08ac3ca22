import { encodePath } from "./location.ts";

/** The project's page on the web. */
export const HOME = "https://github.com/shelfread/shelfread";

/** The page that explains a rule. */
export function rulePage(id: string): string {
	return `${HOME}/blob/main/docs/rules/${encodePath(id)}.md`;
}
