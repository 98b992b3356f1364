import { z } from "zod";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertBirthDate } from "../assert-birth-date";
import type { Field, HouseholdRole } from "../rules";
import { type ProposeChangesInput, type SectionValues, sectionInput } from "./input";
import { type Address, addressText, fieldsOf, textOf, type Value, type Values } from "./rules";

/** What a form holds, field by field; the schema is the one of the member's role. */
export function readSection({ now }: Context, input: ProposeChangesInput, role: HouseholdRole): Values {
  const { section, values, personId } = input;
  const names = fieldsOf(section, role);
  if (names.length === 0 || (section === "address") === Boolean(personId)) throw new DomainError("invalid_input");

  const parsed = sectionInput(section, role).safeParse(values);
  if (!parsed.success) throw invalidInput(parsed.error);
  const { birthDate } = parsed.data;
  if (typeof birthDate === "string") assertBirthDate(birthDate, now, role === "child" ? "child" : "adult");
  return Object.fromEntries(names.map((field) => [field, valueIn(field, parsed.data)]));
}

function invalidInput(error: z.ZodError): DomainError {
  return new DomainError("invalid_input", { fields: z.flattenError(error).fieldErrors as Record<string, string[]> });
}

const valueIn = (field: Field, values: SectionValues): Value =>
  field === "household.address" ? addressText(values as Address) : textOf(values[field.replace("person.", "")]);
