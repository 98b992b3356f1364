import { loadavg } from "node:os";
import { dateOf, datesBetween, firstDayOf, lastDayOf, monthOf } from "@/lib/core/calendar";
import { measureBookings, measureHotSlot } from "./bookings";
import { measureFamilySearch } from "./families";
import type { Measure } from "./load";
import { measureMemory, measureReceipts } from "./memory";
import { total, weighGridPage } from "./page-weight";
import { measureDayPanel, measureGridPage } from "./pages";
import { openPortal, type Portal } from "./portal";
import { describeMachine, type Figure, figureTable, measureTable, tellMeasure, title } from "./report";
import { measureSignIn } from "./sign-in";
import { countStatements } from "./statements";
import { signEveryoneIn } from "./town";

async function run(portal: Portal): Promise<void> {
  const families = await signEveryoneIn(portal);
  const pick = <T>(choices: readonly T[]) => choices[Math.floor(Math.random() * choices.length)] as T;
  const anyone = () => pick(families);
  const visit = { portal, families, pick };
  const month = monthOf(dateOf(new Date()));
  const measures: [string, Measure][] = [];
  const note = async (name: string, measure: Promise<Measure>) => {
    const made = await measure;
    measures.push([name, made]);
    tellMeasure(name, made);
    return made;
  };

  title("Pages et réponses");
  const grid = await note("Page de la grille", measureGridPage(visit, "gzip, br", 2000));
  await note("Page de la grille, sans compression", measureGridPage(visit, "identity", 800));
  await note("Panneau d’un jour", measureDayPanel(visit, datesBetween(firstDayOf(month), lastDayOf(month)), 2000));
  await note("Connexion", measureSignIn(portal, anyone, 300));
  const weight = await weighGridPage(portal, anyone());
  const statements = await countStatements(portal, families.slice(0, 20));

  title("Réservations");
  const one = await note("Réservation d’un créneau", measureBookings(portal, families, { size: 1, requests: 2000 }));
  const ten = await note(
    "Réservation de dix créneaux",
    measureBookings(portal, families, { size: 10, requests: 1200 }),
  );
  const hot = await measureHotSlot(portal, families, 6);
  console.log(hot);

  title("Mémoire et reçus");
  const memory = await measureMemory(portal, anyone);
  console.log(memory);
  const receipts = await measureReceipts(portal, families, 200);
  tellMeasure("Reçu en PDF", receipts);

  title("Recherche parmi 20 000 familles");
  console.table(await measureFamilySearch());
}

const portal = await openPortal();
try {
  await run(portal);
} finally {
  await portal.close();
}
