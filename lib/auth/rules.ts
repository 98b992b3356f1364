const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export type AccountKind = "guardian" | "agent";

/** A family on its own device is not asked its password at each opening of bookings; staff handle other people's data. */
const lifetimes: Record<AccountKind, { idle: number; absolute: number }> = {
  guardian: { idle: 12 * HOUR, absolute: 30 * 24 * HOUR },
  agent: { idle: 30 * MINUTE, absolute: 10 * HOUR },
};

/** How precisely the last visit is known: a write per page would cost more than it tells. */
const SEEN_EVERY = 5 * MINUTE;

/** When a session opened now ends, whatever happens. */
export const sessionEnd = (kind: AccountKind, now: Date): Date => new Date(now.getTime() + lifetimes[kind].absolute);

export const isIdle = (kind: AccountKind, lastSeenAt: Date, now: Date): boolean =>
  now.getTime() - lastSeenAt.getTime() >= lifetimes[kind].idle;

export const isSeenAgain = (lastSeenAt: Date, now: Date): boolean => now.getTime() - lastSeenAt.getTime() >= SEEN_EVERY;

/** What a session still owes before it opens anything: the code of a second factor, or the setting up of one. */
export type MissingStep = "code" | "enrolment";

type SecondFactor = { isAgent: boolean; isEnrolled: boolean; isGiven: boolean; isMandatory: boolean };

/** Staff handle other people's data: a password alone opens nothing, except to an agent of a demonstration. */
export function missingStep({ isAgent, isEnrolled, isGiven, isMandatory }: SecondFactor): MissingStep | undefined {
  if (!isAgent || isGiven) return undefined;
  if (isEnrolled) return "code";
  return isMandatory ? "enrolment" : undefined;
}

/** Where each step is done. */
export const stepPages: Record<MissingStep, string> = {
  code: "/connexion/code",
  enrolment: "/connexion/second-facteur",
};

const home: Record<AccountKind, string> = { guardian: "/accueil", agent: "/admin" };

/** Where a person lands once signed in: where they were going when it is theirs to see, else their home page. */
export function landingOf(kind: AccountKind, asked: string | undefined): string {
  const path = localPath(asked);
  const isStaffPage = path !== undefined && /^\/admin(?![^/?#])/.test(path);
  return path !== undefined && isStaffPage === (kind === "agent") ? path : home[kind];
}

/** The path when it leads to a page of this portal; a link must not be able to send people elsewhere. */
export function localPath(asked: string | null | undefined): string | undefined {
  const isLocal = asked && asked.length <= 500 && /^\/(?!\/)[^\\\p{Cc}]*$/u.test(asked);
  return isLocal ? asked : undefined;
}

/** What one household or office shares on the network: an IPv4 address, or the first half of an IPv6 one. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!plain.includes(":")) return plain;

  const [before = [], after] = plain.split("::").map((side) => side.split(":").filter(Boolean));
  const skipped = after ? Array<string>(Math.max(8 - before.length - after.length, 0)).fill("0") : [];
  return [...before, ...skipped, ...(after ?? [])]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

const LONGEST_LOCK_SECONDS = 3600;

/** How long the nth lock of a day lasts: twice the one before, up to an hour. */
export const lockSeconds = (first: number, nth: number): number =>
  Math.min(first * 2 ** (nth - 1), LONGEST_LOCK_SECONDS);

/** "40 secondes", "1 minute", "1 heure": rounded up, so that people do not come back too early. */
export function waitInWords(seconds: number): string {
  const [amount, unit] =
    seconds < 60 ? [seconds, "seconde"] : seconds < 3600 ? [seconds / 60, "minute"] : [seconds / 3600, "heure"];
  const rounded = Math.max(Math.ceil(amount), 1);
  return `${rounded}\u00a0${unit}${rounded > 1 ? "s" : ""}`;
}
