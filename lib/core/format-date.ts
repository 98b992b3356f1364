/** Dates and hours in French words. Intl only, so that the browser may use it too (handbook §1.6). */
const TIME_ZONE = "Europe/Paris";

const formatter = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("fr-FR", options);
const long = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
const civilLong = formatter({ ...long, timeZone: "UTC" });
const civilShort = formatter({ weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
const civilNumeric = formatter({ day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" });
const civilDay = formatter({ weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
const civilMonth = formatter({ month: "long", year: "numeric", timeZone: "UTC" });
const instantDate = formatter({ ...long, timeZone: TIME_ZONE });
const instantDay = formatter({ weekday: "long", day: "numeric", month: "long", timeZone: TIME_ZONE });
const instantParts = formatter({ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: TIME_ZONE });
const instantNumeric = formatter({ day: "2-digit", month: "2-digit", year: "numeric", timeZone: TIME_ZONE });

/** The 1st of a month is said "1er" in French; Intl says "1". */
const first = (words: string) => words.replace(/(^|\s)1 (?=\p{L})/u, "$11er ");
const utc = (date: string) => new Date(`${date}T00:00:00Z`);

/** "vendredi 18 septembre 2026" */
export const dateInWords = (date: string): string => first(civilLong.format(utc(date)));
/** "vendredi 18 septembre" */
export const dayInWords = (date: string): string => first(civilDay.format(utc(date)));
/** "18 septembre 2026" */
export const plainDate = (date: string): string => dateInWords(date).replace(/^\S+ /, "");
/** "ven. 18 sept.": where the year goes without saying. */
export const shortDate = (date: string): string => first(civilShort.format(utc(date)));
/** "18/09/2026" */
export const numericDate = (date: string): string => civilNumeric.format(utc(date));
/** "septembre 2026" */
export const monthInWords = (month: string): string => civilMonth.format(utc(`${month}-01`));

/** "du 1er au 15 novembre 2026", "du 16 novembre au 6 décembre 2026": what both ends share is said once. */
export function spanInWords(from: string, to: string): string {
  const [day = "", month = "", year = ""] = plainDate(from).split(" ");
  const start =
    from.slice(0, 7) === to.slice(0, 7)
      ? [day]
      : from.slice(0, 4) === to.slice(0, 4)
        ? [day, month]
        : [day, month, year];
  return `du ${start.join(" ")} au ${plainDate(to)}`;
}

/** "18 h 30", "10 h" from a local time "18:30" or "10:00:00". */
export function timeInWords(time: string): string {
  const [hours = "0", minutes = "00"] = time.split(":");
  const hour = `${Number(hours)}\u00a0h`;
  return minutes === "00" ? hour : `${hour}\u00a0${minutes}`;
}

/** "18:30": what a clock in Paris shows. */
export const localTime = (instant: Date): string => instantParts.format(instant);

/** "jeudi 10 septembre 2026 à 18 h 30" */
export const instantInWords = (instant: Date): string =>
  `${first(instantDate.format(instant))} à ${timeInWords(localTime(instant))}`;

/** "10/09/2026 à 18 h 30" */
export const shortInstant = (instant: Date): string =>
  `${instantNumeric.format(instant)} à ${timeInWords(localTime(instant))}`;

/** The last minute of a deadline: one that ends at 00:00 is said "la veille à 23 h 59", never an ambiguous midnight. */
function lastMinute(deadline: Date): Date {
  return localTime(deadline) === "00:00" ? new Date(deadline.getTime() - 60_000) : deadline;
}

/** "jeudi 10 septembre 2026 à 23 h 59" for a rule that ends at 00:00 on the 11th (handbook §1.6). */
export const deadlineInWords = (deadline: Date): string => instantInWords(lastMinute(deadline));

/** "jeudi 10 septembre à 23 h 59": the same without the year. */
export const deadlineDayInWords = (deadline: Date): string => {
  const last = lastMinute(deadline);
  return `${first(instantDay.format(last))} à ${timeInWords(localTime(last))}`;
};

/** For a date that begins a line. */
export const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "1er, 4 et 7 décembre 2026, 5 janvier 2027": days that come in order, month by month. */
export function datesInWords(dates: readonly string[]): string {
  const byMonth = new Map<string, string[]>();
  for (const date of dates) {
    const month = date.slice(0, 7);
    byMonth.set(month, [...(byMonth.get(month) ?? []), date.endsWith("-01") ? "1er" : String(Number(date.slice(8)))]);
  }
  const list = new Intl.ListFormat("fr-FR");
  return [...byMonth].map(([month, days]) => `${list.format(days)} ${monthInWords(month)}`).join(", ");
}
