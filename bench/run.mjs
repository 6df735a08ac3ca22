/** `npm run bench -- [SCENARIO…] [options]`: see bench/README.md. */
import { createViteServer } from "vitest/node";

const server = await createViteServer({
	configFile: false,
	logLevel: "error",
	server: { middlewareMode: true, watch: null, ws: false },
	optimizeDeps: { noDiscovery: true },
});
const { main } = await server.ssrLoadModule("/bench/main.ts");
process.exitCode = await main(process.argv.slice(2));
await server.close();
