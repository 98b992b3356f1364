import { type CivilDate, daysFrom } from "@/lib/core/calendar";
import { dayInWords } from "@/lib/core/format-date";

/** What is known of the days of a slot, from today on. */
export type SlotFacts = {
  openDays: number;
  openUntil: CivilDate | null;
  nextClosed: CivilDate | null;
  /** The first open day that no tariff covers. */
  unpricedFrom: CivilDate | null;
};

export type SlotState = { tone: "reserved" | "request" | "cancel"; words: string; warnings: string[] };

/** Below this, the next period should be opened. */
const SOON_IN_DAYS = 30;

/** Where a slot stands, in the words of whoever has to act. */
export function slotState({ openUntil, unpricedFrom }: SlotFacts, today: CivilDate): SlotState {
  if (openUntil === null) {
    return {
      tone: "cancel",
      words: "Pas encore ouvert",
      warnings: ["Aucun jour ouvert : les familles ne voient pas ce créneau. Ouvrez son calendrier."],
    };
  }
  const unpriced =
    unpricedFrom === null
      ? []
      : [`Aucun tarif à partir du ${dayInWords(unpricedFrom)} : ces jours ne peuvent pas être réservés.`];
  const soon =
    daysFrom(today, openUntil) < SOON_IN_DAYS ? ["Il se termine bientôt : pensez à ouvrir la période suivante."] : [];
  const warnings = [...unpriced, ...soon];
  return {
    tone: unpriced.length > 0 ? "cancel" : soon.length > 0 ? "request" : "reserved",
    words: `Ouvert jusqu’au ${dayInWords(openUntil)}`,
    warnings,
  };
}

const BEFORE_LUNCH = "11:30";
const AFTER_LUNCH = "13:30";

/** What is usual of a slot: a meal at the canteen, and on a day off that spans noon. */
export const usuallyServesMeal = (kind: string, { startsAt, endsAt }: { startsAt: string; endsAt: string }): boolean =>
  kind === "lunch" ||
  ((kind === "wednesday" || kind === "holidays") && startsAt <= BEFORE_LUNCH && endsAt >= AFTER_LUNCH);
