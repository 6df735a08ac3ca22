export { isCatalogue } from "./catalogue.ts";
export { fragmentsOf, parseDocument } from "./document.ts";
export { isGeneric } from "./labels.ts";
export { Lines } from "./lines.ts";
export { htmlIds } from "./markup.ts";
