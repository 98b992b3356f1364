import { type Band, bandsFrom } from "@/lib/catalogue/tariffs/bands/rules";
import type { TariffDetail } from "@/lib/catalogue/tariffs/queries";
import { amountTyped, parseAmount } from "@/lib/core/parse-amount";

export type Method = TariffDetail["versions"][number]["rule"];

/** A line of the grid as it is typed. */
export type Row = { key: number; min: string; price: string };

/** A method of price as it is typed: every field is kept when one goes from one method to another. */
export type Draft = {
  method: Method["method"];
  resident: string;
  nonResident: string;
  rows: Row[];
  /** Families from elsewhere: one price, or bands of their own. */
  outsiderBands: boolean;
  outsiderRows: Row[];
  rate: string;
  min: string;
  max: string;
  missing: "highest" | "nonResident";
};

const typedRows = (bands: Band[]): Row[] =>
  bands.map(({ min, cents }, key) => ({ key, min: String(min), price: amountTyped(cents) }));

const blank: Draft = {
  method: "flat",
  resident: "",
  nonResident: "",
  rows: [
    { key: 0, min: "0", price: "" },
    { key: 1, min: "", price: "" },
  ],
  outsiderBands: false,
  outsiderRows: [{ key: 0, min: "0", price: "" }],
  rate: "",
  min: "",
  max: "",
  missing: "highest",
};

/** The fields of a method that exists. */
export function draftOf(rule: Method | undefined): Draft {
  if (!rule) return blank;
  const { method } = rule;
  if (rule.method === "flat") {
    return {
      ...blank,
      method,
      resident: amountTyped(rule.cents.resident),
      nonResident: amountTyped(rule.cents.nonResident),
    };
  }
  const missing = rule.missingQuotient ?? "highest";
  if (rule.method === "effort_rate") {
    const { rate, minCents, maxCents, nonResidentCents } = rule;
    return {
      ...blank,
      method,
      missing,
      rate: percentTyped(rate),
      min: amountTyped(minCents),
      max: amountTyped(maxCents),
      nonResident: nonResidentCents === undefined ? "" : amountTyped(nonResidentCents),
    };
  }
  const { resident, nonResident } = rule.bands;
  const [only] = nonResident;
  const outsiderBands = nonResident.length > 1;
  return {
    ...blank,
    method,
    missing,
    rows: typedRows(resident),
    outsiderBands,
    outsiderRows: outsiderBands ? typedRows(nonResident) : blank.outsiderRows,
    nonResident: !outsiderBands && only ? amountTyped(only.cents) : "",
  };
}

/** What the fields mean; what is not a number is null, and the server says what is missing. */
export function ruleOf(draft: Draft): unknown {
  const { method, missing: missingQuotient } = draft;
  const resident = cents(draft.resident);
  const nonResident = cents(draft.nonResident || draft.resident);
  if (method === "flat") return { method, cents: { resident, nonResident } };
  if (method === "effort_rate") {
    return {
      method,
      rate: rateOf(draft.rate),
      minCents: cents(draft.min),
      maxCents: cents(draft.max),
      ...(draft.nonResident && { nonResidentCents: cents(draft.nonResident) }),
      missingQuotient,
    };
  }
  const own = bands(draft.rows, "T");
  const dearest = Math.max(...own.map((band) => band.cents));
  const outsiders = draft.outsiderBands
    ? bands(draft.outsiderRows, "E")
    : bandsFrom([{ min: 0, cents: draft.nonResident ? cents(draft.nonResident) : dearest }], "E");
  return { method, bands: { resident: own, nonResident: outsiders }, missingQuotient };
}

const cents = (typed: string): number => parseAmount(typed) ?? Number.NaN;

const bands = (rows: Row[], prefix: string) =>
  bandsFrom(
    rows
      .filter(({ min, price }) => min !== "" || price !== "")
      .map(({ min, price }) => ({ min: wholeOf(min), cents: cents(price) })),
    prefix,
  );

const wholeOf = (typed: string): number => (/^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN);

/** "0,36" per cent is "0.0036", without ever being a binary fraction. */
function rateOf(percent: string): string {
  const [whole = "", decimals = ""] = percent.trim().replace(",", ".").split(".");
  if (!/^\d{1,2}$/.test(whole) || !/^\d{0,4}$/.test(decimals)) return "";
  return `0.${whole.padStart(2, "0")}${decimals}`;
}

const percentTyped = (rate: string): string => {
  const digits = rate.replace("0.", "").padEnd(2, "0");
  const decimals = digits.slice(2);
  return `${Number(digits.slice(0, 2))}${decimals && `,${decimals}`}`;
};
