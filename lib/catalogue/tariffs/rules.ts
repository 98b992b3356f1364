import type { IncomeBand, PricingTrace, TariffCategory, TariffMethod } from "@/db/schema";
import type { CivilDate } from "@/lib/core/calendar";
import { DomainError } from "@/lib/core/errors";
import { dateInWords } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";

type QuotientSource = NonNullable<PricingTrace["quotientSource"]>;

/** Whom a price is for: the household on the date of the service, and the tariff its version belongs to. */
export type PriceQuestion = {
  tariff: string;
  validFrom: CivilDate;
  category: TariffCategory;
  quotient?: { value: number; from: CivilDate; source: QuotientSource } | null;
};

export type Price = { cents: number; trace: PricingTrace };

/** The price of one unit, with what is needed to answer "pourquoi ce prix ?" years later (handbook §2.3). */
export function priceOf(rule: TariffMethod, { tariff, validFrom, category, quotient }: PriceQuestion): Price {
  const trace: PricingTrace = { tariff, validFrom, category, method: rule.method };
  if (rule.method !== "flat" && rule.missingQuotient === "nonResident" && !quotient && category === "resident") {
    const elsewhere = priceOf(rule, { tariff, validFrom, category: "nonResident", quotient });
    return {
      cents: elsewhere.cents,
      trace: { ...elsewhere.trace, category, missingQuotient: true, missingAs: "nonResident" },
    };
  }
  if (rule.method === "flat") return { cents: rule.cents[category], trace };
  if (rule.method === "effort_rate" && category === "nonResident" && rule.nonResidentCents !== undefined) {
    return { cents: rule.nonResidentCents, trace };
  }

  const known = quotient
    ? { quotient: quotient.value, quotientFrom: quotient.from, quotientSource: quotient.source }
    : { missingQuotient: true };
  const { cents, ...found } =
    rule.method === "qf_band" ? bandPrice(rule.bands[category], quotient?.value) : effortPrice(rule, quotient?.value);
  return { cents, trace: { ...trace, ...known, ...found } };
}

/** Bands are `[min, max[`. Without a quotient, the dearest one. */
function bandPrice(bands: IncomeBand[], quotient: number | undefined) {
  const band =
    quotient === undefined
      ? bands.reduce<IncomeBand | undefined>((top, next) => (top && top.cents > next.cents ? top : next), undefined)
      : bands.find(({ min, max }) => min <= quotient && (max === null || quotient < max));
  if (!band) throw new DomainError("price_unknown");
  return { cents: band.cents, band: band.code, bandMin: band.min, bandMax: band.max };
}

type EffortRate = Extract<TariffMethod, { method: "effort_rate" }>;

/** Quotient × rate, in euros, half up to the cent, between the two bounds. Without a quotient, the upper one. */
function effortPrice({ rate, minCents, maxCents }: EffortRate, quotient: number | undefined) {
  if (quotient === undefined) return { cents: maxCents, rate, bound: "max" as const };
  const cents = timesRate(quotient * 100, rate);
  if (cents < minCents) return { cents: minCents, rate, bound: "min" as const };
  if (cents > maxCents) return { cents: maxCents, rate, bound: "max" as const };
  return { cents, rate };
}

/** An integer times a decimal string, rounded half up: whole numbers all along, because 1.005 is no binary fraction. */
function timesRate(amount: number, rate: string): number {
  const [whole = "", decimals = ""] = rate.split(".");
  const scale = 10n ** BigInt(decimals.length);
  return Number((2n * BigInt(amount) * BigInt(whole + decimals) + scale) / (2n * scale));
}

type Version = { validFrom: CivilDate; validTo: CivilDate | null };

/** The version in force on the date of the service; both ends included, and the latest decision wins. */
export function versionOn<V extends Version>(versions: readonly V[], date: CivilDate): V | undefined {
  return versions
    .filter(({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo))
    .reduce<V | undefined>((latest, next) => (latest && latest.validFrom > next.validFrom ? latest : next), undefined);
}

/** "Pourquoi ce prix ?", one sentence per step. */
export function explainPrice(trace: PricingTrace, cents: number): string[] {
  if (trace.method === "free") return ["Ce service est gratuit."];
  const { surchargeCents = 0, latePickupCents = 0 } = trace;
  const booked = cents - latePickupCents;
  return [
    `Tarif «\u00a0${trace.tariff}\u00a0» en vigueur depuis le ${dayOf(trace.validFrom)}`,
    trace.category === "resident" ? "Famille de la commune" : "Famille hors commune",
    ...quotientSentences(trace),
    `${trace.method === "flat" ? "Prix unique" : "Prix"}\u00a0: ${formatEuros(booked - surchargeCents)}`,
    ...(surchargeCents > 0
      ? [
          `${trace.isLate ? "Demande tardive" : "Venue sans réservation"}\u00a0: ${formatEuros(surchargeCents)} de plus, soit ${formatEuros(booked)}`,
        ]
      : []),
    ...(latePickupCents > 0
      ? [`Départ en retard\u00a0: ${formatEuros(latePickupCents)} de plus, soit ${formatEuros(cents)}`]
      : []),
  ];
}

const sources: Record<QuotientSource, string> = {
  caf: " (CAF)",
  msa: " (MSA)",
  tax_notice: " (avis d’imposition)",
  declared: " (déclaré)",
};

function quotientSentences({
  quotient,
  quotientFrom,
  quotientSource,
  missingQuotient,
  missingAs,
  ...rest
}: PricingTrace): string[] {
  const reasons = [bandWords(rest), effortWords(rest)].filter((words) => words !== "");
  if (missingAs) return ["Quotient inconnu\u00a0: tarif des familles hors commune"];
  if (missingQuotient) return [["Quotient inconnu\u00a0: tarif le plus élevé", ...reasons].join(", ")];
  if (quotient === undefined) return [];

  const source = quotientSource ? sources[quotientSource] : "";
  const found = [`Quotient familial ${number.format(quotient)}${source}`, ...reasons].join(", ");
  return quotientFrom ? [found, `Quotient retenu depuis le ${dayOf(quotientFrom)}`] : [found];
}

const number = new Intl.NumberFormat("fr-FR");

/** "tranche T4 : 860 à 1 149", the last one "tranche T8 : 1 900 et plus". */
function bandWords({ band, bandMin, bandMax }: PricingTrace): string {
  if (band === undefined) return "";
  if (bandMin === undefined) return `tranche ${band}`;
  const upTo = typeof bandMax === "number" ? `à ${number.format(bandMax - 1)}` : "et plus";
  return `tranche ${band}\u00a0: ${number.format(bandMin)} ${upTo}`;
}

const percent = new Intl.NumberFormat("fr-FR", { style: "percent", maximumFractionDigits: 4 });

/** "taux d’effort 0,36 %, ramené au prix plancher" */
function effortWords({ rate, bound }: PricingTrace): string {
  if (rate === undefined) return "";
  const limit = { min: ", relevé au prix plancher", max: ", ramené au prix plafond" };
  return `taux d’effort ${percent.format(Number(rate))}${bound ? limit[bound] : ""}`;
}

const dayOf = (date: CivilDate) => dateInWords(date).replace(/^\S+ /, "");
