/**
 * `npm run zoo -- [--built] [WORD…]`: the table of all specimens, or of those with a word in their name, as seen by the sources
 * or by the command as it was last built.
 */
import { createViteServer } from "vitest/node";

const server = await createViteServer({
	configFile: false,
	logLevel: "error",
	server: { middlewareMode: true, watch: null, ws: false },
	optimizeDeps: { noDiscovery: true },
});
const { printTable } = await server.ssrLoadModule("/test/zoo/table.ts");
process.exitCode = await printTable(process.argv.slice(2));
await server.close();
