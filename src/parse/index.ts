export { fragmentsOf, parseDocument } from "./document.ts";
export { htmlIds } from "./markup.ts";
