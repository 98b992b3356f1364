import type { ApprovalMode, Awaiting, BillingMode, ReservationStatus } from "@/db/schema";

/** Where a reservation can go, from each state (handbook §3.8). */
const nextStates: Record<ReservationStatus, readonly ReservationStatus[]> = {
  requested: ["booked", "refused", "cancelled", "attended_unbooked"],
  waitlisted: ["requested", "refused", "cancelled", "attended_unbooked"],
  booked: ["cancelled", "cancellation_requested", "absent_charged", "absent_excused", "attended"],
  cancellation_requested: ["cancelled", "booked", "attended", "absent_charged"],
  absent_charged: ["absent_excused", "booked", "cancellation_requested", "cancelled", "attended", "attended_unbooked"],
  absent_excused: ["absent_charged", "booked", "cancelled", "attended", "attended_unbooked"],
  attended: ["booked", "cancellation_requested", "absent_charged", "absent_excused"],
  attended_unbooked: ["cancelled", "absent_charged", "absent_excused"],
  refused: [],
  /** The one who has just cancelled may change their mind. */
  cancelled: ["booked"],
};
export const canBecome = (from: ReservationStatus, to: ReservationStatus): boolean => nextStates[from].includes(to);

/** A booking that needs neither the structure's approval nor a payment is made at once. */
export function firstState(
  approval: ApprovalMode,
  billing: BillingMode,
): { status: ReservationStatus; awaiting: Awaiting | null } {
  if (approval === "manual") return { status: "requested", awaiting: "approval" };
  if (billing === "prepaid") return { status: "requested", awaiting: "payment" };
  return { status: "booked", awaiting: null };
}

/**
 * One letter per cell of the grid, so that a month travels as a few strings (guarantees §1). A lower-case letter is the
 * same state on a day that has gone by.
 */
export const cellWords = {
  ".": "libre",
  o: "complet",
  x: "délai de réservation dépassé",
  "?": "délai dépassé, encore possible sur demande",
  "~": "réservations pas encore ouvertes",
  "#": "fermé",
  "-": "jour passé",
  G: "jour de l’autre foyer",
  R: "réservé",
  A: "réservé par l’autre foyer",
  P: "demande en attente de paiement",
  V: "demande en attente de validation",
  L: "liste d’attente",
  W: "place proposée, à accepter",
  N: "annulation demandée",
  F: "absence facturée",
  E: "absence excusée",
  T: "présent",
} as const;
export type CellCode = keyof typeof cellWords;

const letters: Record<ReservationStatus, CellCode | ""> = {
  requested: "P",
  waitlisted: "L",
  booked: "R",
  cancellation_requested: "N",
  absent_charged: "F",
  absent_excused: "E",
  attended: "T",
  attended_unbooked: "T",
  refused: "",
  cancelled: "",
};

/** The letter of a reservation, or "" when it leaves its cell free. */
export const letterOf = (status: ReservationStatus, awaiting: Awaiting | null): CellCode | "" =>
  awaiting === "approval" ? "V" : awaiting === "answer" ? "W" : letters[status];

/** Places for who asks now: those that were freed go to the waiting list first. */
const placesLeft = ({ capacity, taken, waiting }: { capacity: number; taken: number; waiting: number }): number =>
  capacity - taken - waiting;

/** A day of a slot for one family: its places, and when it may be booked; instants in milliseconds. */
export type FreeDay = {
  date: string;
  startsAt: string;
  opensAt: number | null;
  closesAt: number;
  /** Whether something can still be done after the deadline. */
  late: boolean;
  capacity: number;
  taken: number;
  waiting: number;
  closed: string | null;
};
export type Clock = { today: string; time: string; now: number };

/** The letter of a cell that nobody has booked: what can still be done there, and if not, why. */
export function freeLetter(day: FreeDay, { today, time, now }: Clock): CellCode {
  if (day.date < today) return "-";
  if (day.closed !== null) return "#";
  if (day.opensAt !== null && now < day.opensAt) return "~";
  const isFull = placesLeft(day) <= 0;
  if (now < day.closesAt) return isFull ? "o" : ".";
  const hasBegun = day.date === today && day.startsAt <= time;
  return day.late && !isFull && !hasBegun ? "?" : "x";
}

/** What a cell says aloud: "Nahel, vendredi 18 septembre 2026, Soir, libre". */
export function cellName(child: string, day: string, slot: string, code: string): string {
  const past = code >= "a" && code <= "z" && code !== "o" && code !== "x";
  const words = cellWords[(past ? code.toUpperCase() : code) as CellCode];
  return `${child}, ${day}, ${slot}, ${words}${past ? ", jour passé" : ""}`;
}

/** A cell of the grid, as the browser names it. */
export type Cell = { childId: string; slotId: number; date: string };

/** A month of a household, in the fewest characters: see `cellWords` for the codes. */
export type MonthView = {
  householdId: string;
  month: string;
  today: string;
  /** Whole weeks; Saturday and Sunday only when something opens then. `note`: holiday's or closure's name. */
  days: { date: string; words: string; inMonth: boolean; note?: string }[];
  children: { id: string; firstName: string; rank: number }[];
  /** What must be sent before a child may book anything but the canteen; absent: nothing. */
  papers?: { firstName: string; names: string[] }[];
  /** In the order of the day. Slots that share a `label` share a column. */
  slots: { id: number; activity: string; label: string; billing: BillingMode }[];
  /** `cells[child][slot]` is one letter per day; " " where the child has no such slot. */
  cells: string[][];
  /** Where the calendar is: a family's own, or a family's page of an agent who acts for it. */
  path: string;
  byAgent: boolean;
  /** Days that cannot be booked yet, by slot, and from when they can, in milliseconds. */
  openings: { slotId: number; from: string; to: string; at: number }[];
  /** `closes[slot]`: end of booking, in minutes since 1970, per day; 0 where there is none. */
  closes: number[][];
  /** `prices[child][slot]` in cents; null while the tariff is unknown. */
  prices: (number | null)[][];
};

/** What the grid learns after a change: the changed cells only, and the cart. */
export type GridChange = {
  cells: (Cell & { code: string })[];
  cart: CartSummary;
  /** What has come back to the account. */
  creditedCents?: number;
};

export type CartSummary = { count: number; totalCents: number; holdExpiresAt: number | null };

/** Why one cell of a gesture was refused. */
export type Refusal = Cell & { message: string };

/** The day panel: one line per service, one entry per child. */
export type DayView = {
  date: string;
  words: string;
  note?: string;
  lines: {
    slotId: number;
    activity: string;
    label: string;
    /** The age group, where the service has several. */
    group: string | null;
    hours: string;
    /** "Réservation possible jusqu’au jeudi 10 septembre 2026 à 23 h 59" or why not. */
    deadline: string;
    billing: BillingMode;
    /** "beaucoup de places", "3 places", "complet". */
    places: string;
    children: DayChild[];
  }[];
};

type DayChild = {
  childId: string;
  code: string;
  priceCents: number | null;
  why: string[];
  by?: string;
  /** Who did what, in words, the oldest first. */
  history?: string[];
  act?: DayAct;
  proof?: DayProof;
};

/** The one thing that may be done with a place, and what it costs or gives back, told before it is done. */
export type DayAct = {
  kind:
    | "cancel"
    | "ask"
    | "unask"
    | "join"
    | "leave"
    | "accept"
    | "return"
    | "late"
    | "restore"
    | "book-anyway"
    | "cancel-anyway";
  text: string;
};

/** The proof of an absence: awaited, received, or too late. */
export type DayProof = { absenceId: string; canSend: boolean; text: string };

/** Whole minutes that a place is kept at the least, whatever the deadline: one must have the time to pay. */
const SHORTEST_HOLD = 20;

/** Until when an unpaid request keeps its place: as long as the activity says, but not much past the deadline. */
export function holdUntil(now: Date, holdMinutes: number, bookingClosesAt: Date): Date {
  const minutes = (count: number) => now.getTime() + count * 60_000;
  return new Date(Math.max(minutes(SHORTEST_HOLD), Math.min(minutes(holdMinutes), bookingClosesAt.getTime())));
}

/** Above this many places left, the exact number helps nobody. */
const MANY_PLACES = 10;

/** "beaucoup de places", "3 places", "complet": never "maybe". */
export function placesInWords(day: { capacity: number; taken: number; waiting: number }): string {
  const left = placesLeft(day);
  if (left <= 0) return "complet";
  if (left > MANY_PLACES) return "beaucoup de places";
  return left === 1 ? "1 place" : `${left} places`;
}
