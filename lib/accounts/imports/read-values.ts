import { gradeLevels } from "@/lib/catalogue/facilities/rules";
import { plainText } from "@/lib/core/text";
import type { relations } from "@/lib/families/input";

/** Words of tables, as people and other programs write them, turned into ours; undefined when they mean nothing to us. */

const DAY_FIRST = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?:[ T].*)?$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?$/;
/** A date that lost its form: days since the end of 1899, as spreadsheets count them. */
const SERIAL = /^\d{5}$/;
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

export function readDate(text: string, thisYear: number): string | undefined {
  if (SERIAL.test(text)) return new Date(SERIAL_EPOCH + Number(text) * DAY).toISOString().slice(0, 10);
  const [, year = "", month = "", day = ""] = YEAR_FIRST.exec(text) ?? reversed(DAY_FIRST.exec(text)) ?? [];
  if (!year) return undefined;
  const date = `${fullYear(year, thisYear)}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : undefined;
}

const reversed = (found: RegExpExecArray | null) => found && [found[0], found[3], found[2], found[1]];

/** Nobody here is born in the future: "85" is 1985, "19" is 2019. */
function fullYear(year: string, thisYear: number): string {
  if (year.length === 4) return year;
  const century = Math.floor(thisYear / 100) * 100;
  return String(century + Number(year) > thisYear ? century - 100 + Number(year) : century + Number(year));
}

export function readSex(text: string): "F" | "M" | undefined {
  const word = plainText(text);
  if (/^(f|fille|feminin|femme|2)$/.test(word)) return "F";
  return /^(m|h|g|garcon|masculin|homme|1)$/.test(word) ? "M" : undefined;
}

export function readTitle(text: string): "mme" | "m" | undefined {
  const word = plainText(text).replace(/\.$/, "");
  if (/^(mme|madame|mlle|mademoiselle|f)$/.test(word)) return "mme";
  return /^(m|mr|monsieur)$/.test(word) ? "m" : undefined;
}

export function readYesNo(text: string): boolean | undefined {
  const word = plainText(text);
  if (/^(oui|o|1|vrai|true|x|exercee?|conjointe|exclusive)$/.test(word)) return true;
  return /^(non|n|0|faux|false|retiree?|aucune)$/.test(word) ? false : undefined;
}

type Relation = (typeof relations)[number];
const relationWords: [RegExp, Relation][] = [
  [/beau|belle|conjoint/, "step_parent"],
  [/grand/, "grandparent"],
  [/mere|maman/, "mother"],
  [/pere|papa/, "father"],
  [/frere|soeur/, "sibling"],
  [/tut|responsable|representant|legal|delegataire/, "guardian"],
  [/oncle|tante|ami|voisin|autre|ase|famille/, "other"],
];

export const readRelation = (text: string): Relation | undefined =>
  relationWords.find(([words]) => words.test(plainText(text)))?.[1];

type GradeLevel = (typeof gradeLevels)[number];
const sections: [RegExp, GradeLevel][] = [
  [/toute petite/, "TPS"],
  [/petite/, "PS"],
  [/moyenne/, "MS"],
  [/grande/, "GS"],
  [/preparatoire/, "CP"],
  [/elementaire (1|premiere)/, "CE1"],
  [/elementaire (2|deuxieme)/, "CE2"],
  [/moyen (1|premiere)/, "CM1"],
  [/moyen (2|deuxieme)/, "CM2"],
];

export function readGradeLevel(text: string): GradeLevel | undefined {
  const words = plainText(text);
  const code = words.toUpperCase().replace(/\s/g, "");
  return gradeLevels.find((level) => level === code) ?? sections.find(([said]) => said.test(words))?.[1];
}

/** A spreadsheet takes "01000" for a number. */
export const readPostalCode = (text: string): string => (/^\d{4}$/.test(text) ? `0${text}` : text);

/** "MARTIN-LEROY" is shouted: "Martin-Leroy". What is written with care stays as it is. */
export const properName = (text: string): string =>
  text !== text.toUpperCase()
    ? text
    : text
        .toLowerCase()
        .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
