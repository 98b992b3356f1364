import { fileURLToPath } from "node:url";
import { installIfNeeded } from "./install.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
installIfNeeded();

const { register } = await import("tsx/esm/api");
register();
const { buildIfNeeded } = await import("./build.ts");
await buildIfNeeded();
await import("../tests/bench/main.ts");
