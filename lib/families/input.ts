import { z } from "zod";
import { emailInput } from "@/lib/auth/input";
import { gradeLevels } from "@/lib/catalogue/facilities/rules";
import { civilDateInput } from "@/lib/core/civil-date-input";
import { parsePhone } from "@/lib/core/parse-phone";
import { type Field, fields } from "./rules";

/** Optional fields are texts that may be empty or left out, so that a form sends what it shows. */
const optionalText = (max: number) =>
  z.string().trim().max(max, `Raccourcissez ce texte : ${max}\u00a0caractères au plus.`).optional();

const NAME = /^(\p{L}[\p{L}\p{M}'’. -]*)?$/u;
const NAME_PROBLEM = "Un nom s’écrit avec des lettres, des espaces, des apostrophes ou des traits d’union.";

const anyName = z.string().trim().max(80, "Ce nom est trop long.").regex(NAME, NAME_PROBLEM);
const nameInput = (missing: string) => anyName.min(1, missing);

export const names = {
  firstName: nameInput("Saisissez le prénom."),
  lastName: nameInput("Saisissez le nom."),
};

const PHONE_PROBLEM = "Ce numéro n’est pas valable : écrivez-le comme 06 12 34 56 78, ou avec +32 pour l’étranger.";

function readPhone(text: string, check: z.RefinementCtx): string {
  const phone = parsePhone(text);
  if (phone) return phone;
  check.addIssue({ code: "custom", message: PHONE_PROBLEM });
  return z.NEVER;
}

const typedPhone = z.string().trim().max(40, PHONE_PROBLEM);

/** As it is typed, in E.164 once read. */
export const phoneInput = typedPhone.min(1, "Saisissez un numéro de téléphone.").transform(readPhone);

// Not a union with "": its error would be that of neither.
export const optionalPhone = typedPhone.transform((text, check) => text && readPhone(text, check)).optional();
const emptyOr = (schema: z.ZodType<string, string>, problem: string) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .refine((text) => text === "" || schema.safeParse(text).success, problem)
    .optional();
const optionalEmail = emptyOr(emailInput, "Cette adresse e-mail n’est pas complète, comme prenom.nom@exemple.fr.");

const BIRTH_DATE_PROBLEM = "Saisissez une date de naissance complète.";
const birthDateInput = civilDateInput(BIRTH_DATE_PROBLEM);

export const relations = ["mother", "father", "guardian", "grandparent", "step_parent", "sibling", "other"] as const;
const benefitSchemes = ["general", "agricultural", "other"] as const;

const relationInput = z.enum(relations, "Choisissez le lien avec l’enfant.");

export const adultInput = z.object({
  ...names,
  title: z.enum(["mme", "m", ""]).optional(),
  birthName: anyName.optional(),
  birthDate: emptyOr(birthDateInput, BIRTH_DATE_PROBLEM),
  birthPlace: optionalText(100),
  email: optionalEmail,
  phone: optionalPhone,
  homePhone: optionalPhone,
  workPhone: optionalPhone,
  smsAllowed: z.boolean().optional(),
  profession: optionalText(100),
  employer: optionalText(100),
  benefitScheme: z.enum([...benefitSchemes, ""]).optional(),
  benefitNumber: optionalText(20),
});
export type AdultInput = z.infer<typeof adultInput>;

export const childInput = z.object({
  ...names,
  birthName: anyName.optional(),
  sex: z.enum(["F", "M", ""]).optional(),
  birthDate: birthDateInput,
  birthPlace: optionalText(100),
  school: optionalText(120),
  gradeLevel: z.enum([...gradeLevels, ""]).optional(),
  className: optionalText(60),
});
export type ChildInput = z.infer<typeof childInput>;

/** Someone to call who is no guardian: a grandparent, a neighbour. */
export const contactInput = z.object({ ...names, phone: phoneInput, email: optionalEmail });
export type ContactInput = z.infer<typeof contactInput>;

export const addressInput = z.object({
  street: z.string().trim().min(1, "Saisissez le numéro et la rue.").max(120, "Cette adresse est trop longue."),
  addressComplement: optionalText(120),
  postalCode: z
    .string()
    .trim()
    .regex(/^\d{5}$/, "Le code postal a 5 chiffres."),
  city: z.string().trim().min(1, "Saisissez la commune.").max(80, "Ce nom de commune est trop long."),
});

const tie = { relation: relationInput.optional(), exercisesParentalAuthority: z.boolean().optional() };

/** The first guardian receives the bills. */
export const newHouseholdInput = z.object({
  name: optionalText(80),
  address: addressInput,
  tariffCategory: z.enum(["resident", "nonResident"]).optional(),
  guardians: z.array(adultInput.extend(tie)).min(1, "Un foyer a au moins un responsable.").max(4),
  children: z.array(childInput).max(15),
  /** What each guardian is to each child, by their places above, where it is not the same to all. */
  ties: z.array(z.object({ guardian: z.int(), child: z.int(), ...tie })).optional(),
});
export type NewHousehold = z.infer<typeof newHouseholdInput>;

const householdId = z.uuid();

export const newMemberInput = z.discriminatedUnion("role", [
  z.object({ householdId, role: z.literal("guardian"), person: adultInput, ...tie }),
  z.object({ householdId, role: z.literal("child"), person: childInput, ...tie }),
  z.object({ householdId, role: z.literal("contact"), person: contactInput, ...tie }),
]);
export type NewMember = z.infer<typeof newMemberInput>;

/** What the form of a new member holds, flat: the person, and their tie to the children. */
export type JoiningValues = Record<string, string | boolean | undefined>;

export const joiningInput: Record<NewMember["role"], z.ZodType<JoiningValues, JoiningValues>> = {
  child: childInput,
  guardian: adultInput.extend({ relation: relationInput }),
  contact: contactInput.extend({ relation: relationInput }),
};

/** The same as the server takes it. */
export const memberOf = (role: NewMember["role"], householdId: string, { relation, ...person }: JoiningValues) =>
  ({ role, householdId, person, ...(relation && { relation }) }) as unknown as NewMember;

export const householdInput = z.object({ householdId });
export type HouseholdInput = z.infer<typeof householdInput>;

export const shareChildInput = z.object({
  childId: z.uuid(),
  /** The second household. */
  householdId: z.uuid(),
  relation: relationInput.optional(),
  exercisesParentalAuthority: z.boolean().optional(),
});
export type ShareChildInput = z.infer<typeof shareChildInput>;

const policyInput = z.enum(["free", "moderated", "locked"], "Choisissez une règle.").optional();

/** The rule of each field, by its name; those left out stay as they are. */
export const fieldPoliciesInput = z.object(
  Object.fromEntries(Object.keys(fields).map((field) => [field, policyInput])) as Record<Field, typeof policyInput>,
);
export type FieldPoliciesInput = z.infer<typeof fieldPoliciesInput>;
