import type { CivilDate } from "@/lib/core/calendar";

/** What PES takes as an invoice's number; PayFiP's refdet takes more (handbook §5.3). */
const LONGEST_NUMBER = 20;
/** A counter outgrows its width rather than stop: there is room for a million. */
const COUNTER_ROOM = 7;

const TOKEN = /\{([^{}]*)\}/g;
const COUNTER = /^COUNTER:([1-9])$/;

export type NumberFacts = { template: string; series: string; date: CivilDate };

/** What the counter follows: everything else in the number, so that it starts again with each month or year named there. */
export const seriesKey = ({ template, series, date }: NumberFacts): string =>
  fill(template, { series, date }, () => "#");

/** "2001PS00003PNB": the number that a count gives. */
export const numberOf = ({ template, series, date }: NumberFacts, count: number): string =>
  fill(template, { series, date }, (width) => String(count).padStart(width, "0"));

function fill(template: string, { series, date }: Omit<NumberFacts, "template">, counter: (width: number) => string) {
  const values: Record<string, string> = {
    YYYY: date.slice(0, 4),
    YY: date.slice(2, 4),
    MM: date.slice(5, 7),
    SERIES: series,
  };
  return template.replace(TOKEN, (_, token: string) => {
    const [, width] = COUNTER.exec(token) ?? [];
    return width ? counter(Number(width)) : (values[token] ?? "");
  });
}

/** What is wrong with a template, in the words of the one who writes it; undefined when it will do. */
export function templateProblem({ template, series, date }: NumberFacts): string | undefined {
  const tokens = [...template.matchAll(TOKEN)].map(([, token = ""]) => token);
  const unknown = tokens.find((token) => !/^(YYYY|YY|MM|SERIES)$/.test(token) && !COUNTER.test(token));
  if (unknown !== undefined)
    return `« {${unknown}} » n’existe pas. Utilisez {YYYY}, {YY}, {MM}, {SERIES} et {COUNTER:5}.`;
  const counters = tokens.filter((token) => COUNTER.test(token));
  if (counters.length !== 1) return "Il faut un compteur, et un seul : {COUNTER:5}.";
  if (tokens.includes("MM") && !tokens.some((token) => token.startsWith("YY")))
    return "Avec {MM}, ajoutez l’année, {YY} ou {YYYY} : sinon les numéros reviendraient l’année suivante.";
  if (!/^[A-Za-z0-9]*$/.test(template.replace(TOKEN, "")))
    return "Hors des accolades, seulement des lettres sans accent et des chiffres : PayFiP et le Trésor n’acceptent rien d’autre.";
  const [, width] = COUNTER.exec(counters[0] ?? "") ?? [];
  const longest = fill(template, { series, date }, () => "").length + Math.max(Number(width), COUNTER_ROOM);
  if (longest > LONGEST_NUMBER) return `Ce numéro serait trop long : ${LONGEST_NUMBER} caractères au plus.`;
  return undefined;
}
