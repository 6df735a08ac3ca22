import { characterReference, destination, title } from "./forms.ts";

/* What a text is looked through for. Sticky expressions begin where they are told to. */

/** Characters that may mean something. All others are text. */
export const ordinary: RegExp = /[^\\`*_[\]<&!~\t\r\n]*/y;
export const codeSpan: RegExp = /`(?! )[^`\r\n]+`(?!`)/y;
export const autolink: RegExp = /<https?:\/\/[^\s<>\\\0-\x1F\x7F]+>/y;
/** A tag as CommonMark has it, on one line: https://spec.commonmark.org/0.31.2/#raw-html. */
export const tag: RegExp =
	/<(?:[a-z][a-z\d-]*(?: +[a-z_:][\w.:-]*(?: *= *(?:[^\s"'=<>`]+|'[^'\t\r\n]*'|"[^"\t\r\n]*"))?)* *\/?|\/[a-z][a-z\d-]* *)>/iy;
export const resource: RegExp = new RegExp(String.raw`\]\((${destination})(?:${title})?\)`, "y");
export const label: RegExp = /\]\[([^[\]\\&\r\n]*)\]/y;
export const alternative: RegExp = /!\[[^\\`*_[\]<&!~\t\r\n]*(?=\])/y;
export const escaped: RegExp = /\\[!-/:-@[-`{-~]/y;
export const bracketed: RegExp = /\[([^[\]]*)\]/y;
export const reference: RegExp = new RegExp(characterReference, "y");
/** A mark that is text, as it is followed by a line end. */
export const markBeforeIndent: RegExp = /^[\\`*_[\]<&!][\r\n]$/;
/** What becomes a link though it has no markup. */
export const literalUrl: RegExp = /:\/\/|www\./i;
