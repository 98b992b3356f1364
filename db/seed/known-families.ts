import type { CivilDate } from "@/lib/core/calendar";
import { birthYear, type Child, type Family, type Grade } from "./families";
import { town } from "./names";
import type { School } from "./organization";
import type { Random } from "./random";

type Brief = { firstName: string; grade: Grade; born: string };

/** The families whose accounts are announced when the demonstration starts. */
export function knownFamilies(today: CivilDate, random: Random) {
  const childOf = (lastName: string, school: School, { firstName, grade, born }: Brief): Child => ({
    id: random.uuid(),
    firstName,
    lastName,
    birthDate: `${birthYear(grade, today)}-${born}`,
    gradeLevel: grade,
    school,
  });

  const nahel = childOf("Rousseau", "ferry", { firstName: "Nahel", grade: "CE1", born: "05-14" });
  const sohan = childOf("Rousseau", "ferry", { firstName: "Sohan", grade: "CP", born: "02-10" });
  const lisa = childOf("Rousseau", "ferry", { firstName: "Lisa", grade: "PS", born: "03-22" });
  const rousseau: Family = {
    id: random.uuid(),
    name: "Rousseau",
    street: "27 rue des Écoles",
    ...town,
    tariffCategory: "resident",
    quotient: { value: 900, source: "caf" },
    guardians: [
      { id: random.uuid(), firstName: "Cédric", lastName: "Rousseau", phone: "06 39 98 10 20" },
      { id: random.uuid(), firstName: "Julie", lastName: "Rousseau", phone: "06 39 98 10 21" },
    ],
    account: { id: random.uuid(), email: "parent@exemple.fr" },
    children: [nahel, sohan, lisa],
  };

  const adam = childOf("Benali", "tilleuls", { firstName: "Adam", grade: "MS", born: "01-19" });
  const benali: Family = {
    id: random.uuid(),
    name: "Benali",
    street: "5 place du Marché",
    ...town,
    tariffCategory: "resident",
    quotient: { value: 1310, source: "caf" },
    guardians: [{ id: random.uuid(), firstName: "Samira", lastName: "Benali", phone: "06 39 98 30 40" }],
    account: { id: random.uuid(), email: "parent2@exemple.fr" },
    children: [childOf("Benali", "tilleuls", { firstName: "Inès", grade: "CM1", born: "04-03" }), adam],
  };

  /** Adam's father; the child is entered with his mother, and shared. */
  const haddad: Family = {
    id: random.uuid(),
    name: "Haddad",
    street: "14 allée des Tilleuls",
    ...town,
    tariffCategory: "resident",
    quotient: { value: 760, source: "caf" },
    guardians: [{ id: random.uuid(), firstName: "Karim", lastName: "Haddad", phone: "06 39 98 50 60" }],
    account: { id: random.uuid(), email: "parent3@exemple.fr" },
    children: [],
  };
  return { rousseau, benali, haddad, nahel, sohan, lisa, adam };
}

export type KnownFamilies = ReturnType<typeof knownFamilies>;
