/** Ten entries, so that what stands before them is a catalogue's. */
export const tenEntries: string = ["Ada", "Bea", "Cid", "Dan", "Eva", "Fay", "Gus", "Hal", "Ida", "Jon"]
	.map((name) => `- [${name}](https://${name.toLowerCase()}.example.org/)\n`)
	.join("");
