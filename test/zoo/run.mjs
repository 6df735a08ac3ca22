/** `npm run zoo [-- --built] [-- WORD…]`: the table, with or without the built command, of all or of some specimens. */
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
