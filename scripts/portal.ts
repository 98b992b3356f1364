import { once } from "node:events";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { ZONE } from "@/db/seed/days";
import { schoolDayKind } from "@/lib/catalogue/calendar/rules";
import { dateOf } from "@/lib/core/calendar";
import { buildIfNeeded } from "./build";
import { findFoundingUrl } from "./founding";
import { assertReliable, loadTownIfEmpty } from "./prepare-database";
import { keepRunning, launchServer, launchWorker, root, waitUntilHealthy } from "./processes";
import { completeSettings } from "./settings";

const dev = process.argv.includes("--dev");
const stopping = new AbortController();
// A second Ctrl-C finds no listener and ends everything at once; the next start copes.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());

type Stoppable = { stop(): Promise<void> };
/** What runs, in the order in which it must stop. */
const running: Stoppable[] = [];

/** Brings everything up, one step after the other, until the portal answers. */
async function start({ signal }: AbortController): Promise<void> {
  const { settings, embedded } = completeSettings(process.env, root);
  if (embedded) {
    const database = await startEmbedded({ dataDir: String(settings.DATA_DIR) });
    running.unshift(database);
    settings.DATABASE_URL = database.url;
  }
  Object.assign(process.env, settings);
  const { DATABASE_URL: url = "", DEMO, PORT } = settings;

  await assertReliable(url);
  await migrate(url);
  if (DEMO === "1") await loadTownIfEmpty(url, new Date());
  if (!dev && !signal.aborted) await buildIfNeeded(signal);
  if (signal.aborted) return;

  const mode = dev ? "development" : "production";
  const env = { ...process.env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" } as const;
  running.unshift(keepRunning("tâches", () => launchWorker({ env })));
  running.unshift(keepRunning("serveur", () => launchServer({ env, args: dev ? ["--dev"] : [] })));
  await waitUntilHealthy(`http://127.0.0.1:${PORT}`, { signal });
  if (!signal.aborted) announce(settings, await findFoundingUrl(url, String(settings.APP_URL)));
}

function announce({ APP_URL, DEMO }: Record<string, string | undefined>, foundingUrl: string | undefined): void {
  console.log(`\nLe portail est ouvert : ${APP_URL}`);
  if (foundingUrl) {
    console.log("\nIl n’est pas encore en place. Créez l’organisation et son premier administrateur à cette adresse,");
    console.log("qui ne sert qu’une fois et que chaque démarrage affiche jusque-là :");
    console.log(`  ${foundingUrl}`);
  }
  if (DEMO === "1" && schoolDayKind(dateOf(new Date()), ZONE) === "unknown") {
    console.log(
      "\nLe calendrier scolaire d’aujourd’hui n’est pas publié : la ville de démonstration n’a aucun jour à réserver.",
    );
  }
  if (DEMO === "1") {
    console.log("\nComptes de démonstration, mot de passe Portail-Famille-2026 :");
    console.log("  parent@exemple.fr    une famille, trois enfants");
    console.log("  parent2@exemple.fr   une autre famille");
    console.log("  parent3@exemple.fr   le second foyer d’un enfant de celle-ci");
    console.log("  agent@exemple.fr     le service enfance");
    console.log("  facturation@exemple.fr  la facturation");
    console.log("  regie@exemple.fr     la régie");
    console.log("  admin@exemple.fr     l’administration");
  }
  console.log("\nCtrl-C pour arrêter.");
}

try {
  await start(stopping);
  if (!stopping.signal.aborted) await once(stopping.signal, "abort");
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
} finally {
  if (running.length > 0) console.log("\nArrêt du portail…");
  for (const one of running) await one.stop();
}
process.exit();
