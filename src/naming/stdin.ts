/** The path of the document that standard input is. */
export const STDIN = "<stdin>";
