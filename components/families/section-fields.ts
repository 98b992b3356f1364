import { gradeLevels } from "@/lib/catalogue/facilities/rules";
import { choicesOf, fieldsOf, type Section } from "@/lib/families/changes/rules";
import { type Field, fields, type HouseholdRole } from "@/lib/families/rules";

/** How a field is typed. */
export type FieldLook = {
  name: string;
  field: Field;
  label: string;
  type: "text" | "tel" | "email" | "date" | "select" | "checkbox";
  optional: boolean;
  /** What the browser may fill in when the person edits their own file. */
  autoComplete: string;
  options?: readonly { value: string; label: string }[];
  hint?: string;
};

type Look = Partial<Pick<FieldLook, "type" | "autoComplete" | "options" | "hint" | "label">>;

const optionsOf = (choices: Record<string, string>) => [
  { value: "", label: "Choisir" },
  ...Object.entries(choices).map(([value, label]) => ({ value, label })),
];

const looks: Partial<Record<Field, Look>> = {
  "person.title": { type: "select", autoComplete: "honorific-prefix" },
  "person.firstName": { autoComplete: "given-name" },
  "person.lastName": { autoComplete: "family-name" },
  "person.sex": { type: "select" },
  "person.birthDate": { type: "date", autoComplete: "bday" },
  "person.phone": { type: "tel", autoComplete: "tel" },
  "person.homePhone": { type: "tel", autoComplete: "home tel" },
  "person.workPhone": { type: "tel", autoComplete: "work tel" },
  "person.email": {
    type: "email",
    autoComplete: "email",
    hint: "Pour vous écrire. L’adresse qui sert à se connecter se change dans Mon compte.",
  },
  "person.smsAllowed": { type: "checkbox", label: "J’accepte de recevoir des SMS de la structure" },
  "person.gradeLevel": {
    type: "select",
    options: optionsOf(Object.fromEntries(gradeLevels.map((name) => [name, name]))),
  },
  "person.profession": { autoComplete: "organization-title" },
  "person.employer": { autoComplete: "organization" },
  "person.benefitScheme": { type: "select" },
  "person.benefitNumber": { hint: "Il figure en haut de vos courriers de la CAF ou de la MSA." },
};

const required = new Set<Field>(["person.firstName", "person.lastName"]);

const address: Omit<FieldLook, "field" | "type">[] = [
  { name: "street", label: "Numéro et rue", optional: false, autoComplete: "address-line1" },
  {
    name: "addressComplement",
    label: "Complément",
    optional: true,
    autoComplete: "address-line2",
    hint: "Appartement, étage, résidence.",
  },
  { name: "postalCode", label: "Code postal", optional: false, autoComplete: "postal-code" },
  { name: "city", label: "Commune", optional: false, autoComplete: "address-level2" },
];

/** The inputs of a section, in their order. */
export function looksOf(section: Section, role: HouseholdRole): FieldLook[] {
  if (section === "address") return address.map((look) => ({ ...look, field: "household.address", type: "text" }));
  return fieldsOf(section, role).map((field) => {
    const choices = choicesOf(field);
    return {
      name: field.replace("person.", ""),
      field,
      label: fields[field].label,
      type: "text",
      autoComplete: "off",
      optional: !isRequired(field, role),
      ...(choices && { options: optionsOf(choices) }),
      ...looks[field],
    };
  });
}

const isRequired = (field: Field, role: HouseholdRole) =>
  required.has(field) ||
  (field === "person.birthDate" && role === "child") ||
  (field === "person.phone" && role === "contact");
