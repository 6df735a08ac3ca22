import { createRequire } from "node:module";

// A package may import itself by its name: the path does not change when this file is compiled or bundled elsewhere.
const manifest = createRequire(import.meta.url)("shelfread/package.json") as { readonly version: string };

/** shelfread's version, from its package.json. */
export const version: string = manifest.version;
