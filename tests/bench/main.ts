import { loadavg } from "node:os";
import { dateOf, datesBetween, firstDayOf, lastDayOf, monthOf } from "@/lib/core/calendar";
import { measureBillingRun } from "./billing";
import { measureBookings } from "./bookings";
import { measureFamilySearch } from "./families";
import { measureHotSlot } from "./hot-slot";
import { measureImports } from "./imports";
import type { Measure } from "./load";
import { measureMemory, measureReceipts } from "./memory";
import { total, weighGridPage } from "./page-weight";
import { measureDayPanel, measureGridPage } from "./pages";
import { measurePlanning } from "./planning";
import { openPortal, type Portal } from "./portal";
import { describeMachine, type Figure, figureTable, measureTable, tell, tellMeasure } from "./report";
import { measureSignIn } from "./sign-in";
import { countStatements } from "./statements";
import { type Family, signEveryoneIn } from "./town";

type Bench = {
  portal: Portal;
  families: Family[];
  /** Adds a row to the table of measures. */
  note<M extends Measure>(name: string, measuring: Promise<M>): Promise<M>;
};

/** `npm run bench` measures everything in this order, `npm run bench -- memoire` that topic only. */
const topics: Record<string, (bench: Bench) => Promise<Figure[]>> = {
  pages: benchPages,
  memoire: benchMemory,
  // What fills the grid comes after what reads it.
  reservations: benchBookings,
  planning: benchPlanning,
  familles: benchFamilies,
  imports: benchImports,
  factures: benchBilling,
};

async function benchPages({ portal, families, note }: Bench): Promise<Figure[]> {
  const grid = await note("Page de la grille (gzip)", measureGridPage(portal, families, { requests: 2000 }));
  await note("La même, sans compression", measureGridPage(portal, families, { requests: 800, encoding: "identity" }));
  const month = monthOf(dateOf(new Date()));
  const dates = datesBetween(firstDayOf(month), lastDayOf(month));
  await note("Panneau d’un jour", measureDayPanel(portal, families, { requests: 2000, dates }));
  await note("Connexion", measureSignIn(portal, families, { requests: 300 }));
  const weight = tell("Poids de la page", await weighGridPage(portal, families));
  const statements = await countStatements(portal, families);
  return [
    { name: "Page de la grille, processeur", value: grid.server + grid.postgres, unit: "ms", atMost: 8 },
    { name: "JavaScript de la grille (gzip)", value: total(weight.scripts), unit: "ko", atMost: 160 },
    { name: "Chargé plus tard, au premier besoin (gzip)", value: total(weight.later), unit: "ko" },
    { name: "HTML de la grille (gzip)", value: weight.htmlGzip, unit: "ko" },
    { name: "Requêtes SQL de la grille, sans celle de la session", value: statements - 1, unit: "", atMost: 3 },
  ];
}

async function benchMemory({ portal, families, note }: Bench): Promise<Figure[]> {
  const { afterThousand, afterTenThousand } = tell("Mémoire du serveur", await measureMemory(portal, families));
  const receipts = await note("Reçu en PDF, un à la fois", measureReceipts(portal, families, { requests: 200 }));
  const growth = (afterTenThousand / afterThousand - 1) * 100;
  return [
    { name: "Mémoire après 1 000 requêtes", value: afterThousand, unit: "Mo", atMost: 350 },
    { name: "Mémoire après 10 000 requêtes", value: afterTenThousand, unit: "Mo", atMost: 350 },
    { name: "Croissance de l’une à l’autre", value: growth, unit: "%", atMost: 25 },
    { name: "Mémoire gardée par reçu PDF", value: receipts.kilobytesKept, unit: "ko" },
  ];
}

async function benchBookings({ portal, families, note }: Bench): Promise<Figure[]> {
  await note("Réservation d’un créneau", measureBookings(portal, families, { requests: 2000, size: 1 }));
  const ten = await note(
    "Réservation de dix créneaux",
    measureBookings(portal, families, { requests: 1500, size: 10 }),
  );
  const hot = tell("Un seul créneau", await measureHotSlot(portal, families, { rounds: 6 }));
  return [
    { name: "Dix créneaux, processeur", value: ten.server + ten.postgres, unit: "ms", atMost: 5 },
    { name: "Dix créneaux, débit", value: ten.perSecond, unit: "par seconde", atLeast: 300 },
    { name: "Un seul créneau, débit", value: hot.perSecond, unit: "par seconde", atLeast: 350 },
    { name: "Un seul créneau, places vendues en trop", value: hot.oversold, unit: "", atMost: 0 },
  ];
}

async function benchImports(): Promise<Figure[]> {
  const [small, large] = tell("Import de familles", await measureImports([5_000, 20_000]));
  if (!small || !large) return [];
  return [
    {
      name: "Import de 5 000 lignes, essai compris",
      value: small.read + small.tried + small.run,
      unit: "s",
      atMost: 60,
    },
    { name: "Mémoire de l’import de 5 000 lignes", value: small.grown, unit: "Mo", atMost: 200 },
    { name: "Mémoire de l’import de 20 000 lignes", value: large.grown, unit: "Mo", atMost: 300 },
  ];
}

async function benchPlanning({ portal, note }: Bench): Promise<Figure[]> {
  const { planning, changes } = await measurePlanning(portal, note);
  return [
    {
      name: "Planning d’un jour de 1 000 enfants, processeur",
      value: planning.server + planning.postgres,
      unit: "ms",
      atMost: 60,
    },
    {
      name: "Ce qu’une tablette redemande, processeur",
      value: changes.server + changes.postgres,
      unit: "ms",
      atMost: 5,
    },
  ];
}

async function benchFamilies(): Promise<Figure[]> {
  const searches = tell("Recherche parmi 20 000 familles", await measureFamilySearch());
  const slowest = Math.max(...searches.map(({ p95 }) => p95));
  return [{ name: "Recherche d’une famille, la plus lente (p95)", value: slowest, unit: "ms", atMost: 50 }];
}

async function benchBilling(): Promise<Figure[]> {
  const run = tell("Facturation de 2 000 familles × 20 lignes", await measureBillingRun());
  return [
    { name: "Aperçu d’une facturation de 2 000 familles", value: run.previewMs, unit: "ms" },
    { name: "Émission de 2 000 factures de 20 lignes", value: run.issueSeconds, unit: "s", atMost: 60 },
    {
      name: "Mémoire vivante de plus dans la seconde moitié de l’émission",
      value: Math.max(0, run.secondHalfAlive - run.firstHalfAlive),
      unit: "Mo",
      atMost: 4,
    },
    { name: "Factures en PDF", value: run.pdfsPerSecond, unit: "par seconde" },
  ];
}

async function run(portal: Portal, asked: string[]): Promise<{ measures: [string, Measure][]; figures: Figure[] }> {
  const measures: [string, Measure][] = [];
  const bench: Bench = {
    portal,
    families: await signEveryoneIn(portal),
    async note(name, measuring) {
      const measure = await measuring;
      measures.push([name, measure]);
      tellMeasure(name, measure);
      return measure;
    },
  };
  const figures: Figure[] = [];
  for (const name of asked) figures.push(...((await topics[name]?.(bench)) ?? []));
  return { measures, figures };
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in topics));
if (unknown.length > 0) {
  console.error(`Le banc ne connaît pas « ${unknown.join(" » ni « ")} » : ${Object.keys(topics).join(", ")}.`);
  process.exit(1);
}
const [chargedBefore = 0] = loadavg();
const portal = await openPortal();
try {
  const { measures, figures } = await run(portal, named.length > 0 ? named : Object.keys(topics));
  console.log(`\n${await describeMachine(portal)} (charge moyenne au départ : ${chargedBefore.toFixed(1)}).\n`);
  console.log(`${measureTable(measures)}\n\n${figureTable(figures)}`);
} finally {
  await portal.close();
}
process.exit(); // an embedded database that was asked for by nobody else
