import type { BillingMode, TariffCategory, TariffMethod } from "@/db/schema";
import { type Price, type PriceQuestion, priceOf, versionOn } from "@/lib/catalogue/tariffs/rules";
import type { CivilDate } from "@/lib/core/calendar";

type Quotient = NonNullable<PriceQuestion["quotient"]> & { to: CivilDate | null };

/** What the price of a slot depends on, beside the date of the service. */
export type PriceFacts = {
  billing: BillingMode;
  category: TariffCategory;
  tariff: string;
  versions: { validFrom: CivilDate; validTo: CivilDate | null; rule: TariffMethod }[];
  quotients: Quotient[];
};

/**
 * The price of a slot on a date, in cents, with its trace. The tariff is the version in force on the day of the
 * service; so is the quotient (handbook §2.3, §2.4). Undefined when no tariff has been decided for that day.
 */
export function priceOn(
  { billing, category, tariff, versions, quotients }: PriceFacts,
  date: CivilDate,
): Price | undefined {
  const version = versionOn(versions, date);
  if (!version) return undefined;
  const { validFrom, rule } = version;
  if (billing === "free") return { cents: 0, trace: { tariff, validFrom, category, method: "free" } };

  const quotient = quotients.find(({ from, to }) => from <= date && (to === null || date <= to));
  return priceOf(rule, { tariff, validFrom, category, quotient });
}
