import { isAllowed } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { deadlineInWords } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import { latePrice } from "../insert-wishes";
import type { priceOn } from "../prices/rules";
import type { DayAct, FreeDay } from "../rules";
import { rankInWords } from "../waiting/rules";
import type { OfferedSlot } from "./grid";

type Free = { code: string; slot: OfferedSlot; day: FreeDay; price: ReturnType<typeof priceOn> };

/** What may be done with a cell that is not simply free, and what that would cost, told before it is done. */
export const freeAct = ({ actor }: Pick<Context, "actor">, free: Free): { act?: DayAct } => {
  if (free.code === "o") return { act: joinAct(free) };
  if (free.code !== "?") return {};
  return { act: isAllowed(actor, "reservations:override") ? anywayAct(free) : lateAct(free) };
};

function joinAct({ slot: { waitingOrder }, day: { waiting } }: Free): DayAct {
  const before =
    waiting === 0 ? "Personne n’attend encore" : waiting === 1 ? "1 enfant attend" : `${waiting} enfants attendent`;
  const rank =
    waitingOrder === "residents"
      ? ". Les enfants de la commune passent d’abord, puis les autres, dans l’ordre des demandes."
      : ` : le vôtre serait ${rankInWords(waiting + 1)}.`;
  const text = `Ce créneau est complet. ${before}${rank} Rien n’est à payer tant qu’une place ne vous est pas proposée.`;
  return { kind: "join", text };
}

function lateAct({ slot, day, price }: Free): DayAct {
  const { billing, lateSurchargeCents } = slot;
  const surcharge =
    price && lateSurchargeCents > 0 && billing !== "free"
      ? `Une demande tardive coûte ${formatEuros(lateSurchargeCents)} de plus, soit ${formatEuros(latePrice({ ...slot, price }).cents)}.`
      : "Une demande tardive ne coûte pas plus cher.";
  const text = `${past(day)} Vous pouvez encore demander cette place : la structure répond au cas par cas. ${surcharge} Rien n’est dû tant qu’elle n’a pas accepté.`;
  return { kind: "late", text };
}

function anywayAct({ slot: { billing }, day, price }: Free): DayAct {
  const toPay =
    !price || price.cents === 0
      ? ""
      : billing === "billed"
        ? ` ${formatEuros(price.cents)} seront facturés.`
        : ` La famille aura ${formatEuros(price.cents)} à payer.`;
  const text = `${past(day)} Vous pouvez réserver quand même : la famille lira pourquoi.${toPay}`;
  return { kind: "book-anyway", text };
}

const past = ({ closesAt }: FreeDay): string =>
  `Le délai de réservation est dépassé depuis le ${deadlineInWords(new Date(closesAt))}.`;
