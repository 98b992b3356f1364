import { persons } from "@/db/schema";
import { textOf, type Values } from "./rules";

/** The columns that a family may be shown, and ask to change: those of `fields`. */
export const personColumns = {
  title: persons.title,
  firstName: persons.firstName,
  lastName: persons.lastName,
  birthName: persons.birthName,
  sex: persons.sex,
  birthDate: persons.birthDate,
  birthPlace: persons.birthPlace,
  phone: persons.phone,
  homePhone: persons.homePhone,
  workPhone: persons.workPhone,
  email: persons.email,
  smsAllowed: persons.smsAllowed,
  school: persons.school,
  gradeLevel: persons.gradeLevel,
  className: persons.className,
  profession: persons.profession,
  employer: persons.employer,
  benefitScheme: persons.benefitScheme,
  benefitNumber: persons.benefitNumber,
};

export const valuesOf = (person: { [Column in keyof typeof personColumns]: string | boolean | null }): Values =>
  Object.fromEntries(Object.entries(person).map(([column, value]) => [`person.${column}`, textOf(value)]));
