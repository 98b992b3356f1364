import type { VaccineAnswer } from "@/lib/families/health/rules";

export const vaccineWords: Record<VaccineAnswer["state"], string> = {
  upToDate: "À jour",
  contraindicated: "Contre-indication",
  missing: "Manquant",
};
