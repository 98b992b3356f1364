import { loadavg } from "node:os";
import { dateOf, datesBetween, firstDayOf, lastDayOf, monthOf } from "@/lib/core/calendar";
import { measureBookings } from "./bookings";
import { measureFamilySearch } from "./families";
import { measureHotSlot } from "./hot-slot";
import type { Measure } from "./load";
import { measureMemory, measureReceipts } from "./memory";
import { total, weighGridPage } from "./page-weight";
import { measureDayPanel, measureGridPage } from "./pages";
import { openPortal, type Portal } from "./portal";
import { describeMachine, type Figure, figureTable, measureTable, tell, tellMeasure } from "./report";
import { measureSignIn } from "./sign-in";
import { countStatements } from "./statements";
import { signEveryoneIn } from "./town";

/** Everything in turn, on one town: what fills its grid comes after what reads it. */
async function run(portal: Portal): Promise<{ measures: [string, Measure][]; figures: Figure[] }> {
  const families = await signEveryoneIn(portal);
  const month = monthOf(dateOf(new Date()));
  const measures: [string, Measure][] = [];
  const note = async <M extends Measure>(name: string, measuring: Promise<M>): Promise<M> => {
    const measure = await measuring;
    measures.push([name, measure]);
    tellMeasure(name, measure);
    return measure;
  };

  const grid = await note("Page de la grille (gzip)", measureGridPage(portal, families, { requests: 2000 }));
  await note("La même, sans compression", measureGridPage(portal, families, { requests: 800, encoding: "identity" }));
  const dates = datesBetween(firstDayOf(month), lastDayOf(month));
  await note("Panneau d’un jour", measureDayPanel(portal, families, { requests: 2000, dates }));
  await note("Connexion", measureSignIn(portal, families, { requests: 300 }));
  const weight = tell("Poids de la page", await weighGridPage(portal, families));
  const statements = await countStatements(portal, families);

  const memory = tell("Mémoire du serveur", await measureMemory(portal, families));
  const receipts = await note("Reçu en PDF, un à la fois", measureReceipts(portal, families, { requests: 200 }));

  await note("Réservation d’un créneau", measureBookings(portal, families, { requests: 2000, size: 1 }));
  const ten = await note(
    "Réservation de dix créneaux",
    measureBookings(portal, families, { requests: 1500, size: 10 }),
  );
  const hot = tell("Un seul créneau", await measureHotSlot(portal, families, { rounds: 6 }));

  tell("Recherche parmi 20 000 familles", await measureFamilySearch());
  const { afterThousand, afterTenThousand } = memory;
  return {
    measures,
    figures: [
      { name: "Page de la grille, processeur", value: grid.server + grid.postgres, unit: "ms", atMost: 8 },
      { name: "Dix créneaux, processeur", value: ten.server + ten.postgres, unit: "ms", atMost: 5 },
      { name: "Dix créneaux, débit", value: ten.perSecond, unit: "par seconde", atLeast: 300 },
      { name: "Un seul créneau, débit", value: hot.perSecond, unit: "par seconde", atLeast: 350 },
      { name: "Un seul créneau, places vendues en trop", value: hot.oversold, unit: "", atMost: 0 },
      { name: "Mémoire après 1 000 requêtes", value: afterThousand, unit: "Mo", atMost: 350 },
      { name: "Mémoire après 10 000 requêtes", value: afterTenThousand, unit: "Mo", atMost: 350 },
      {
        name: "Croissance de l’une à l’autre",
        value: (afterTenThousand / afterThousand - 1) * 100,
        unit: "%",
        atMost: 25,
      },
      { name: "JavaScript de la grille (gzip)", value: total(weight.scripts), unit: "ko", atMost: 160 },
      { name: "Chargé plus tard, au premier besoin (gzip)", value: total(weight.later), unit: "ko" },
      { name: "HTML de la grille (gzip)", value: weight.htmlGzip, unit: "ko" },
      { name: "Requêtes SQL de la grille, sans celle de la session", value: statements - 1, unit: "", atMost: 3 },
      { name: "Mémoire gardée par reçu PDF", value: receipts.kilobytesKept, unit: "ko" },
    ],
  };
}

const [chargedBefore = 0] = loadavg();
const portal = await openPortal();
try {
  const { measures, figures } = await run(portal);
  console.log(`\n${await describeMachine(portal)} (charge moyenne au départ : ${chargedBefore.toFixed(1)}).\n`);
  console.log(`${measureTable(measures)}\n\n${figureTable(figures)}`);
} finally {
  await portal.close();
}
process.exit(); // an embedded database that was asked for by nobody else
