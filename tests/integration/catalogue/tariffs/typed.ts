import { tariffInput } from "@/lib/catalogue/tariffs/input";

export const flat = (resident: number) => ({ method: "flat", cents: { resident, nonResident: resident } });

export const typedTariff = (rule: object, values = {}) =>
  tariffInput.parse({ label: "Repas", validFrom: "2026-09-01", decision: "", rule: JSON.stringify(rule), ...values });
