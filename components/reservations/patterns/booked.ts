import { notify } from "@/components/ui/notify";
import { formatEuros } from "@/lib/core/money";
import type { BookedPattern, UndonePattern } from "@/lib/reservations/patterns/rules";
import { plural } from "../grid-messages";
import { patternActions } from "./pattern-actions";
import { lost } from "./use-preview";

/** "108 créneaux enregistrés, dont 36,00 € à payer. 3 en liste d’attente." */
export function bookedInWords({ count, toPay, waiting }: BookedPattern): string {
  const booked = count > 0 ? [plural(count, "créneau enregistré", "créneaux enregistrés")] : [];
  const pay = toPay.cents > 0 ? `, ${formatEuros(toPay.cents)} à payer dans votre panier` : "";
  const waits = waiting > 0 ? [`${plural(waiting, "inscription", "inscriptions")} en liste d’attente`] : [];
  return `${[...booked, ...waits].join(", ")}${pay}.`;
}

/** "84 créneaux retirés, 12,40 € rendus sur votre compte. 2 restent réservés." */
export function undoneInWords({ count, creditedCents, kept }: UndonePattern): string {
  const stay = kept.map(({ title }) => title).join(" ; ");
  const back = creditedCents > 0 ? `, ${formatEuros(creditedCents)} rendus sur votre compte` : "";
  return `${plural(count, "créneau retiré", "créneaux retirés")}${back}.${stay ? ` Restent réservés : ${stay}.` : ""}`;
}

type Asked = { householdId: string; patternId: string };

/** Takes back what was just set, from the message that says so. */
export const undoLater = (asked: Asked) => async () => {
  const answer = await patternActions.undo(asked).catch(() => lost);
  if (answer.ok) notify(undoneInWords(answer.data), { tone: "success" });
  else notify(answer.error.message, { tone: "error" });
};
