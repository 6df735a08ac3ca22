/**
 * The nouns of shelfread. Every stage of a run takes some of them and gives others; they import nothing but each other, so any
 * folder may import them.
 */
export type * from "./model/catalogue.ts";
export type * from "./model/change.ts";
export type * from "./model/observation.ts";
export type * from "./model/report.ts";
export type * from "./model/target.ts";
export type * from "./model/text.ts";
export * from "./model/verdict.ts";
