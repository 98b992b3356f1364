import { dateOf } from "@/lib/core/calendar";
import { localTime } from "@/lib/core/format-date";

type Decided = {
  idOp: string;
  request: Record<string, string>;
  resultrans: string;
  numauto: string | null;
  decidedAt: Date;
  scenario: string | null;
};

/** The result of a payment, in the order of the schema; `numauto` is absent when nothing was paid. */
export function detailOf({ idOp, request, resultrans, numauto, decidedAt, scenario }: Decided): Record<string, string> {
  const { exer = "", mel = "", montant = "", numcli = "", objet = "", refdet = "", saisie = "" } = request;
  const [year, month, day] = dateOf(decidedAt).split("-");
  return {
    dattrans: `${day}${month}${year}`,
    exer,
    heurtrans: localTime(decidedAt).replace(":", ""),
    idOp,
    mel,
    montant: scenario === "wrong_amount" ? String(Number(montant) + 100) : montant,
    ...(numauto && { numauto }),
    numcli,
    objet,
    refdet,
    resultrans,
    saisie,
  };
}
