import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { fail, installIfNeeded } from "./install.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
await refuseTakenPort(Number(process.env.PORT || 3000));
installIfNeeded();

const { register } = await import("tsx/esm/api");
register();
await import("./portal.ts");

/** First of all, because everything else takes time. A portal that was just stopped gets a moment to let go. */
async function refuseTakenPort(port, triesLeft = 5) {
  const server = createServer();
  try {
    server.listen(port);
    await once(server, "listening");
  } catch ({ code }) {
    if (code === "EACCES")
      fail(`Le port ${port} est réservé à l’administrateur : choisissez-en un autre, par exemple PORT=3001 npm start.`);
    if (code !== "EADDRINUSE") return; // not a port: the settings say so better
    if (triesLeft === 0) {
      fail(
        `Le port ${port} est déjà pris : arrêtez le programme qui l’utilise, ou choisissez-en un autre, par exemple PORT=${port + 1} npm start.`,
      );
    }
    await sleep(400);
    return refuseTakenPort(port, triesLeft - 1);
  } finally {
    server.close();
  }
}
