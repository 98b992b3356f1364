import type { Database } from "../client";
import { type IncomeBand, type TariffMethod, tariffs, tariffVersions } from "../schema";
import { schoolYearOf, schoolYearsOf, type TownDays } from "./days";
import type { Random } from "./random";

export type Tariff = {
  id: string;
  label: string;
  versions: { validFrom: string; validTo: string | null; rule: TariffMethod }[];
};

/** Bands as the commune of Roncq publishes them; families from elsewhere have three of their own. */
const residentLimits = [0, 400, 640, 860, 1150, 1500, 1700, 1900];
const outsiderLimits = [0, 860, 1500];

const bands = (letter: string, limits: number[], prices: number[]): IncomeBand[] =>
  prices.map((cents, n) => ({ code: `${letter}${n + 1}`, min: limits[n] ?? 0, max: limits[n + 1] ?? null, cents }));

const byQuotient = (resident: number[], outsider: number[]): TariffMethod => ({
  method: "qf_band",
  bands: { resident: bands("T", residentLimits, resident), nonResident: bands("E", outsiderLimits, outsider) },
});

/** Two half-hours before school, at the published price of the half-hour. */
const twoHalfHours = (prices: number[]) => prices.map((cents) => 2 * cents);

type Decision = { label: string; rule: TariffMethod; before?: TariffMethod; next?: TariffMethod };

const rules = {
  morning: {
    label: "Accueil du matin",
    rule: byQuotient(twoHalfHours([16, 70, 85, 110, 125, 135, 140, 145]), twoHalfHours([195, 200, 205])),
  },
  noon: { label: "Pause méridienne", rule: byQuotient([20, 30, 40, 50, 60, 70, 80, 90], [120, 120, 120]) },
  evening: {
    label: "Accueil du soir",
    rule: { method: "flat", cents: { resident: 300, nonResident: 450 } },
    before: { method: "flat", cents: { resident: 290, nonResident: 430 } },
    next: { method: "flat", cents: { resident: 310, nonResident: 465 } },
  },
  meal: {
    label: "Restauration scolaire",
    rule: byQuotient([50, 175, 235, 305, 355, 405, 460, 490], [650, 650, 650]),
  },
  wednesday: {
    label: "Mercredi à la journée",
    rule: byQuotient([300, 480, 640, 860, 1080, 1260, 1400, 1520], [1900, 2000, 2100]),
  },
  holidays: {
    label: "Centre de loisirs à la journée",
    rule: { method: "effort_rate", rate: "0.0120", minCents: 400, maxCents: 1800, nonResidentCents: 2200 },
  },
} satisfies Record<string, Decision>;

/** The council decides before each school year; the evening was a little cheaper last year, and will be dearer next year. */
export async function decideTariffs(db: Database, days: TownDays, random: Random) {
  const year = schoolYearOf(days.from);
  // The town may live through a September: what rises then comes after its last day.
  const last = schoolYearsOf(days).at(-1) ?? year;
  const decide = ({ label, rule, before = rule, next }: Decision): Tariff => ({
    id: random.uuid(),
    label,
    versions: [
      { validFrom: `${year - 1}-09-01`, validTo: `${year}-08-31`, rule: before },
      { validFrom: `${year}-09-01`, validTo: next ? `${last + 1}-08-31` : null, rule },
      ...(next ? [{ validFrom: `${last + 1}-09-01`, validTo: null, rule: next }] : []),
    ],
  });
  const decided = {
    morning: decide(rules.morning),
    noon: decide(rules.noon),
    evening: decide(rules.evening),
    meal: decide(rules.meal),
    wednesday: decide(rules.wednesday),
    holidays: decide(rules.holidays),
  };
  await db.insert(tariffs).values(Object.values(decided).map(({ id, label }) => ({ id, label })));
  await db.insert(tariffVersions).values(
    Object.values(decided).flatMap(({ id, versions }) =>
      versions.map((version) => ({
        ...version,
        tariffId: id,
        decision: `Délibération du conseil municipal de juin ${version.validFrom.slice(0, 4)}`,
      })),
    ),
  );
  return decided;
}
