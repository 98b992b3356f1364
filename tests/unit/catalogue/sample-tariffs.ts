import type { IncomeBand, TariffMethod } from "@/db/schema";

/** Grids that communes publish, as they were read on their pages: test data, not tariffs in force. */
type Banded = Extract<TariffMethod, { method: "qf_band" }>;
type Effort = Extract<TariffMethod, { method: "effort_rate" }>;

function bands(letter: string, limits: number[], prices: number[]): IncomeBand[] {
  return prices.map((cents, n) => ({
    code: `${letter}${n + 1}`,
    min: limits[n] ?? 0,
    max: limits[n + 1] ?? null,
    cents,
  }));
}

const roncqLimits = [0, 400, 640, 860, 1150, 1500, 1700, 1900];
const roncqGrid = (resident: number[], nonResident: number[]): Banded => ({
  method: "qf_band",
  bands: { resident: bands("T", roncqLimits, resident), nonResident: bands("E", [0, 860, 1500], nonResident) },
});

export const roncq = {
  REPAS: roncqGrid([50, 175, 235, 305, 355, 405, 460, 490], [650, 650, 650]),
  REPAS_PAI: roncqGrid([50, 80, 80, 80, 100, 100, 100, 100], [100, 100, 100]),
  PERI_DEMI_HEURE: roncqGrid([16, 70, 85, 110, 125, 135, 140, 145], [195, 200, 205]),
  AMIS_FORFAIT: roncqGrid([453, 765, 915, 1220, 1320, 1370, 1425, 1525], [1935, 1935, 1935]),
};

const lieuvinLimits = [0, 400, 600, 800, 1100, 1500];
const lieuvinGrid = (resident: number[]): Banded => ({
  method: "qf_band",
  bands: { resident: bands("T", lieuvinLimits, resident), nonResident: [] },
});

export const lieuvin = {
  bands: {
    PERI_HEURE: lieuvinGrid([29, 71, 100, 135, 184, 213]),
    ALSH_DEMI: lieuvinGrid([92, 114, 161, 218, 298, 343]),
    ALSH_JOURNEE: lieuvinGrid([146, 192, 268, 363, 497, 574]),
  },
  flat: { PETIT_DEJ: 150, DEJEUNER: 350, GOUTER: 50, ADHESION: 100 },
};

export const fayAuxLoges = {
  REPAS: { method: "effort_rate", rate: "0.0036", minCents: 260, maxCents: 450 } satisfies Effort,
  vectors: [
    { quotient: 0, cents: 260 },
    { quotient: 500, cents: 260 },
    { quotient: 722, cents: 260 },
    { quotient: 723, cents: 260 },
    { quotient: 800, cents: 288 },
    { quotient: 1000, cents: 360 },
    { quotient: 1111, cents: 400 },
    { quotient: 1250, cents: 450 },
    { quotient: 1300, cents: 450 },
  ],
};
