import { addDays, type CivilDate } from "@/lib/core/calendar";
import type { quotientSource, TariffCategory } from "../schema";
import { adultNames, childNames, familyNames, neighbours, streets, town } from "./names";
import type { School } from "./organization";
import type { Random } from "./random";

export type Child = {
  id: string;
  firstName: string;
  lastName: string;
  birthDate: CivilDate;
  gradeLevel: string;
  school: School;
};

export type Guardian = { id: string; firstName: string; lastName: string; phone: string };

export type Family = {
  id: string;
  name: string;
  street: string;
  postalCode: string;
  city: string;
  tariffCategory: TariffCategory;
  quotient: { value: number; source: (typeof quotientSource.enumValues)[number] } | null;
  guardians: Guardian[];
  account: { id: string; email: string };
  children: Child[];
};

const grades = ["PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2"] as const;
export type Grade = (typeof grades)[number];

/** Children of a class are born in one calendar year; from August on they are counted in their next class. */
export function birthYear(grade: Grade, today: CivilDate): number {
  const schoolYear = Number(today.slice(0, 4)) - (today.slice(5) < "08-01" ? 1 : 0);
  return schoolYear - 3 - grades.indexOf(grade);
}

export function randomFamilies(count: number, today: CivilDate, random: Random): Family[] {
  const emails = new Set<string>();
  return Array.from({ length: count }, () => randomFamily(today, random, emails));
}

function randomFamily(today: CivilDate, random: Random, emails: Set<string>): Family {
  const name = random.pick(familyNames);
  const resident = random.chance(0.92);
  const guardian = (lastName: string): Guardian => ({
    id: random.uuid(),
    firstName: random.pick(adultNames),
    lastName,
    phone: `06 39 98 ${random.characters(2, "0123456789")} ${random.characters(2, "0123456789")}`,
  });
  const first = guardian(name);
  const second = guardian(random.chance(0.6) ? name : random.pick(familyNames));
  return {
    id: random.uuid(),
    name,
    street: `${random.integer(1, 84)} ${random.pick(streets)}`,
    ...(resident ? town : random.pick(neighbours)),
    tariffCategory: resident ? "resident" : "nonResident",
    quotient: random.chance(0.93) ? randomQuotient(random) : null,
    guardians: random.chance(0.78) ? [first, second] : [first],
    account: { id: random.uuid(), email: freeEmail(first, emails) },
    children: randomChildren(name, today, random),
  };
}

/** Many around 700 to 1 200, some very low, a few high. */
const randomQuotient = (random: Random): NonNullable<Family["quotient"]> => ({
  value: Math.round(150 + 900 * (random.next() + random.next()) + (random.chance(0.12) ? 700 * random.next() : 0)),
  source: random.pick(["caf", "caf", "caf", "caf", "caf", "msa", "tax_notice"] as const),
});

function randomChildren(lastName: string, today: CivilDate, random: Random): Child[] {
  const count = random.pick([1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 4]);
  const school = random.pick(["ferry", "tilleuls"] as const);
  const firstNames = random.shuffled(childNames);
  return random
    .shuffled(grades)
    .slice(0, count)
    .sort((a, b) => grades.indexOf(b) - grades.indexOf(a))
    .map((gradeLevel, rank) => ({
      id: random.uuid(),
      firstName: firstNames[rank] ?? "",
      lastName,
      birthDate: addDays(`${birthYear(gradeLevel, today)}-01-01`, random.integer(0, 240)),
      gradeLevel,
      school,
    }));
}

function freeEmail({ firstName, lastName }: Guardian, emails: Set<string>): string {
  const plain = (word: string) =>
    word
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[^A-Za-z]/g, "")
      .toLowerCase();
  const base = `${plain(firstName)}.${plain(lastName)}`;
  let email = `${base}@exemple.fr`;
  for (let n = 2; emails.has(email); n++) email = `${base}${n}@exemple.fr`;
  emails.add(email);
  return email;
}
