import type { CivilDate } from "@/lib/core/calendar";
import type { Cell, Sheet } from "../../exports/rules";

const KEPT_MS = 30 * 86_400_000;

/** Until when a batch asked at that instant is kept: the time to print or send what it holds. */
export const keptUntil = (createdAt: Date): Date => new Date(createdAt.getTime() + KEPT_MS);

/** Batches asked before this are kept no longer. */
export const keptSince = (now: Date): Date => new Date(now.getTime() - KEPT_MS);

export type Certified = {
  number: string;
  household: string;
  address: string;
  child: string;
  birthDate: CivilDate;
  cents: number;
  cesuCents: number;
};

/** "Famille-Rousseau_Nahel-Rousseau_ATF2027-00012.pdf": sorted by family; nothing that a system or a spreadsheet refuses. */
export const fileNameOf = ({ household, child, number }: Certified): string =>
  `${[household, child, number].map((part) => part.replace(/[^\p{L}\p{N}.]+/gu, "-")).join("_")}.pdf`;

/** The list that goes with the PDFs: a line each, and their total, to be held against the accounts. */
export function certifiedSheet(certified: Certified[], year: number): Sheet {
  async function* rows(): AsyncGenerator<Cell[]> {
    let [cents, cesuCents] = [0, 0];
    for (const one of certified) {
      cents += one.cents;
      cesuCents += one.cesuCents;
      yield [one.number, one.household, one.address, one.child, one.birthDate, one.cents, one.cesuCents];
    }
    yield ["Total", null, null, null, null, cents, cesuCents];
  }
  return {
    columns: [
      { label: "Numéro", kind: "text" },
      { label: "Famille", kind: "text" },
      { label: "Adresse", kind: "text" },
      { label: "Enfant", kind: "text" },
      { label: "Naissance", kind: "date" },
      { label: `Garde payée en ${year}, hors repas`, kind: "cents" },
      { label: "Réglé en CESU préfinancés, en plus", kind: "cents" },
    ],
    rows: rows(),
  };
}
