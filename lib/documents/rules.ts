import type { DocumentStatus, DocumentValidity } from "@/db/schema";
import { addDays, type CivilDate, monthsLater } from "@/lib/core/calendar";

/** What one family may keep here: about forty photographs of ten years of school. */
export const MAX_HOUSEHOLD_BYTES = 200 * 1024 * 1024;
export const MAX_DOCUMENTS = 300;

const extensions: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "application/pdf": "pdf",
};

/** The name given by whoever sent it, without anything that a system could take for more than a name. */
export function cleanFileName(name: string, mediaType: string): string {
  const base = (name.split(/[/\\]/).at(-1) ?? "")
    .replace(/\.[^.]*$/, "")
    .normalize("NFC")
    .replace(/[\p{C}"<>:|?*%]/gu, "")
    .trim()
    .slice(0, 80);
  return `${base || "document"}.${extensions[mediaType] ?? "bin"}`;
}

/** A proof for the coming school year is sent before the summer ends: from July on it counts for the next one. */
const NEXT_SCHOOL_YEAR_FROM = "07-01";

/** The last day on which a document accepted on a date is good; null when it is for ever. */
export function validUntil(validity: DocumentValidity, acceptedOn: CivilDate): CivilDate | null {
  switch (validity.kind) {
    case "months":
      return monthsLater(acceptedOn, validity.months);
    case "untilDate":
      return validity.date;
    case "schoolYear": {
      const year = Number(acceptedOn.slice(0, 4)) + (acceptedOn.slice(5) >= NEXT_SCHOOL_YEAR_FROM ? 1 : 0);
      return `${year}-08-31`;
    }
    case "forever":
      return null;
  }
}

export type SentDocument = {
  id: string;
  kind: string;
  personId: string | null;
  status: DocumentStatus;
  reason: string | null;
  validUntil: CivilDate | null;
};

export type AskedState = "missing" | "to_review" | "valid" | "rejected" | "expiring" | "expired";

type Answer = { state: AskedState; document?: SentDocument };

/** Where the answer to one requirement stands; documents come last sent first. */
export function answerOf(remindDaysBefore: number, sent: readonly SentDocument[], today: CivilDate): Answer {
  const [last] = sent;
  if (!last) return { state: "missing" };

  const good = sent.find((document) => document.status === "valid" && !isExpired(document, today));
  if (good && !isExpiring(good, remindDaysBefore, today)) return { state: "valid", document: good };
  if (last.status === "to_review") return { state: "to_review", document: last };
  if (good) return { state: "expiring", document: good };
  return { state: last.status === "rejected" ? "rejected" : "expired", document: last };
}

const isExpired = ({ validUntil }: SentDocument, today: CivilDate) => validUntil !== null && validUntil < today;

const isExpiring = ({ validUntil }: SentDocument, days: number, today: CivilDate) =>
  validUntil !== null && addDays(validUntil, -days) <= today;

export type Requirement = {
  kind: string;
  label: string;
  help: string | null;
  appliesTo: "household" | "adult" | "child";
  remindDaysBefore: number;
  isHealth: boolean;
  blocksBooking: boolean;
};
export type Member = { personId: string; firstName: string; role: "guardian" | "child" | "contact" };

export type Asked = Answer & {
  requirement: Requirement;
  /** Whom it is asked for; absent: the household. */
  member?: Member;
};

/** Everything that is asked of a family, each with its answer: a requirement for each member that it applies to. */
export function askedOf(
  requirements: readonly Requirement[],
  members: readonly Member[],
  sent: readonly SentDocument[],
  today: CivilDate,
): Asked[] {
  return requirements.flatMap((requirement) =>
    subjectsOf(requirement, members).map((member) => {
      const answers = sent.filter(
        ({ kind, personId }) => kind === requirement.kind && personId === (member?.personId ?? null),
      );
      return { requirement, member, ...answerOf(requirement.remindDaysBefore, answers, today) };
    }),
  );
}

function subjectsOf({ appliesTo }: Requirement, members: readonly Member[]): (Member | undefined)[] {
  if (appliesTo === "household") return [undefined];
  return members.filter(({ role }) => role === (appliesTo === "adult" ? "guardian" : "child"));
}

/** Something for the family to do, and not only to wait for. */
export const isToSend = (state: AskedState): boolean => state !== "valid" && state !== "to_review";

const LAST_REMINDER_DAYS = 7;

/** A portal that was down some days still tells of what has ended; later, it is no news. */
export const TOLD_AFTER_DAYS = 7;

/** Which reminder of an end is due: as early as the organisation wants, a week before, and once it has come. */
export function reminderOf(
  until: CivilDate,
  remindDaysBefore: number,
  today: CivilDate,
): "first" | "last" | "over" | undefined {
  if (until < today) return addDays(until, TOLD_AFTER_DAYS) < today ? undefined : "over";
  if (addDays(until, -LAST_REMINDER_DAYS) <= today) return "last";
  return addDays(until, -remindDaysBefore) <= today ? "first" : undefined;
}

/** Where one sending stands by itself, in the list of all of them. */
export const sentStateOf = (document: SentDocument & { replacedAt: Date | null }, today: CivilDate) =>
  document.replacedAt ? ("replaced" as const) : answerOf(0, [document], today).state;
export type SentState = AskedState | "replaced";

/** What still serves stays: a document in force, and the judgment on which a prohibition stands. */
export function canBeRemoved(
  document: Pick<SentDocument, "kind" | "status" | "validUntil"> & { replacedAt?: Date | null },
  today: CivilDate,
): boolean {
  if (document.kind === "judgment") return false;
  if (document.replacedAt) return true;
  return document.status !== "valid" || (document.validUntil !== null && document.validUntil < today);
}

/**
 * How long files are kept once they serve no more (handbook §7.1: defaults to be confirmed by the organisation's data
 * protection officer). Health goes at the end of the school year in which it stopped serving.
 */
export const retention = {
  refusedMonths: 3,
  /** Replaced, withdrawn or expired. */
  endedMonths: 12,
  unpublishedMonths: 12,
  deliveredMonths: 60,
  /** A file that no row names: its sending was cut off, or its row has gone. */
  orphanHours: 48,
} as const;

/** The last day of the school year that is over: what ended before it and concerns health is destroyed. */
export function lastSchoolYearEnd(today: CivilDate): CivilDate {
  const year = Number(today.slice(0, 4));
  return today.slice(5) > "08-31" ? `${year}-08-31` : `${year - 1}-08-31`;
}
