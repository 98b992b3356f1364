import type { z } from "zod";
import type { LineProblem } from "@/db/schema";
import { emailInput } from "@/lib/auth/input";
import type { CivilDate } from "@/lib/core/calendar";
import { parsePhone } from "@/lib/core/parse-phone";
import { addressInput, type ChildInput, names, type relations } from "@/lib/families/input";
import { birthDateProblem } from "@/lib/families/rules";
import {
  properName,
  readDate,
  readGradeLevel,
  readPostalCode,
  readRelation,
  readSex,
  readTitle,
  readYesNo,
} from "./read-values";
import { childOf, columnsOf, type Mapping } from "./rules";

export type Address = z.infer<typeof addressInput>;
export type ReadAdult = {
  firstName: string;
  lastName: string;
  birthName?: string;
  title?: "mme" | "m";
  relation?: (typeof relations)[number];
  authority?: boolean;
  email?: string;
  phone?: string;
  homePhone?: string;
  workPhone?: string;
  address?: Address;
};
/** A guardian's line may name a child without its date of birth: another line has it. */
export type ReadChild = Omit<ChildInput, "birthDate"> & { birthDate?: string };
export type LineData = { adults: ReadAdult[]; children: ReadChild[]; home?: Address; number?: string };
export type ParsedLine = { data: LineData; problems: LineProblem[]; subject: string };

type Cell = { column: string; value: string };
type Cells = Partial<Record<string, Cell>>;
type Said = { problems: LineProblem[]; today: CivilDate };

const FORMULA = /^[=]|^#(REF|N\/A|VAL|VALEUR|VALUE|NOM|NAME|DIV|NULL|NUM|NOMBRE)\b/;

/** Reads the cells of a line as its columns say, and tells of each what is wrong with it, in words. */
export function parseLine(cells: string[], header: string[], mapping: Mapping, today: CivilDate): ParsedLine {
  const problems: LineProblem[] = [];
  const said = { problems, today };
  const read = gather(cells, header, mapping, said);
  const data: LineData = {
    adults: [read.adult1, read.adult2].flatMap((adult) => readAdult(adult, said) ?? []),
    children: [...read.children.values()].flatMap((child) => readChild(child, said) ?? []),
    ...withAddress("home", readAddress(read.home, said)),
    ...(read.home.number?.value && { number: read.home.number.value }),
  };
  if (data.adults.length + data.children.length === 0 && !problems.some(({ isBlocking }) => isBlocking)) {
    tell(said, undefined, "Cette ligne ne nomme personne.", true);
  }
  return { data, problems, subject: subjectOf(data) };
}

function gather(cells: string[], header: string[], mapping: Mapping, said: Said) {
  const places = childOf(mapping);
  const read = { adult1: {} as Cells, adult2: {} as Cells, home: {} as Cells, children: new Map<number, Cells>() };
  for (const [index, target] of columnsOf(mapping)) {
    const cell = { column: header[index] ?? "", value: (cells[index] ?? "").trim() };
    if (FORMULA.test(cell.value)) {
      tell(said, cell, "Cette cellule contient une formule : remplacez-la par sa valeur.", true);
      continue;
    }
    const [who, field] = target.split(".") as [keyof typeof read | "child", string];
    if (who === "child") {
      const rank = places.get(index) ?? 0;
      const child = read.children.get(rank) ?? {};
      child[field] = cell;
      read.children.set(rank, child);
    } else if (who !== "children") {
      read[who][field] = cell;
    }
  }
  return read;
}

function tell({ problems }: Said, cell: Cell | undefined, message: string, isBlocking: boolean): void {
  problems.push({ column: cell?.column ?? null, value: (cell?.value ?? "").slice(0, 100), message, isBlocking });
}

/** The value when it can be read; left out and said otherwise. */
function optional<T>(cell: Cell | undefined, read: (text: string) => T | undefined, problem: string, said: Said) {
  if (!cell?.value) return undefined;
  const value = read(cell.value);
  if (value === undefined) tell(said, cell, `${problem} Cette information ne sera pas importée.`, false);
  return value;
}

function required(cell: Cell | undefined, schema: z.ZodType<string, string>, missing: string, said: Said): string {
  const parsed = schema.safeParse(properName(cell?.value ?? ""));
  if (parsed.success) return parsed.data;
  tell(said, cell, cell?.value ? (parsed.error.issues[0]?.message ?? missing) : missing, true);
  return "";
}

function readNames(cells: Cells, who: string, said: Said) {
  const { lastName, usualName } = cells;
  const [family, usual] = [lastName, usualName].map((cell) =>
    cell?.value ? required(cell, names.lastName, `Le nom ${who} manque.`, said) : "",
  );
  if (!lastName?.value && !usualName?.value) tell(said, lastName ?? usualName, `Le nom ${who} manque.`, true);
  return {
    firstName: required(cells.firstName, names.firstName, `Le prénom ${who} manque.`, said),
    lastName: usual || family || "",
    ...(usual && family && usual !== family && { birthName: family }),
  };
}

const isNamed = ({ lastName, usualName, firstName }: Cells): boolean =>
  [lastName, usualName, firstName].some((cell) => cell?.value);

function readAdult(cells: Cells, said: Said): ReadAdult | undefined {
  if (!isNamed(cells)) return undefined;
  const phone = (cell: Cell | undefined) =>
    optional(cell, parsePhone, "Ce numéro de téléphone n’est pas valable.", said);
  const email = (text: string) => emailInput.safeParse(text).data;
  return withoutEmpty({
    ...readNames(cells, "du responsable", said),
    title: optional(cells.title, readTitle, "Cette civilité n’est pas reconnue.", said),
    relation: optional(cells.relation, readRelation, "Ce lien avec l’enfant n’est pas reconnu.", said),
    authority: optional(cells.authority, readYesNo, "Écrivez « oui » ou « non ».", said),
    email: optional(cells.email, email, "Cette adresse e-mail n’est pas complète.", said),
    phone: phone(cells.phone),
    homePhone: phone(cells.homePhone),
    workPhone: phone(cells.workPhone),
    address: readAddress(cells, said),
  });
}

function readChild(cells: Cells, said: Said): ReadChild | undefined {
  if (!isNamed(cells)) return undefined;
  const short = (max: number) => (cell: Cell | undefined) => (cell?.value ?? "").slice(0, max);
  return withoutEmpty({
    ...readNames(cells, "de l’enfant", said),
    birthDate: readBirthDate(cells.birthDate, said),
    sex: optional(cells.sex, readSex, "Écrivez F ou M.", said),
    birthPlace: properName(short(100)(cells.birthPlace)),
    school: short(120)(cells.school),
    gradeLevel: optional(cells.gradeLevel, readGradeLevel, "Ce niveau n’est pas reconnu (PS, MS, GS, CP…).", said),
    className: short(60)(cells.className),
  });
}

function readBirthDate(cell: Cell | undefined, said: Said): string | undefined {
  if (!cell?.value) return undefined;
  const date = readDate(cell.value, Number(said.today.slice(0, 4)));
  const problem = date
    ? birthDateProblem(date, said.today, "child")
    : "Cette date ne se lit pas : écrivez-la JJ/MM/AAAA.";
  if (problem) tell(said, cell, problem, true);
  return problem ? undefined : date;
}

function readAddress(cells: Cells, said: Said): Address | undefined {
  const { street, postalCode, city } = cells;
  if (!street?.value && !postalCode?.value && !city?.value) return undefined;
  const typed = {
    street: street?.value ?? "",
    addressComplement: cells.addressComplement?.value ?? "",
    postalCode: readPostalCode(postalCode?.value ?? ""),
    city: properName(city?.value ?? ""),
  };
  const parsed = addressInput.safeParse(typed);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) tell(said, cells[String(path[0])], message, true);
  return undefined;
}

const withAddress = (name: "home", address: Address | undefined) => (address ? { [name]: address } : {});

const withoutEmpty = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== "")) as T;

/** Whom a line is about: its children, or else its adults. */
function subjectOf({ adults, children }: LineData): string {
  const people = children.length > 0 ? children : adults;
  return people
    .map(({ firstName = "", lastName = "" }) => `${firstName} ${lastName}`.trim())
    .join(", ")
    .slice(0, 120);
}
