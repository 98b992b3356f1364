import type { Section } from "@/lib/families/changes/rules";
import type { FamilyMember } from "@/lib/families/queries/family-file";
import type { HouseholdRole } from "@/lib/families/rules";

export const sectionTitles: Record<Section, string> = {
  address: "Adresse",
  identity: "État civil",
  contact: "Coordonnées",
  school: "École",
  work: "Situation professionnelle",
  benefits: "CAF ou MSA",
};

type Relation = FamilyMember["ties"][number]["relation"];

/** What an adult is to a child. */
export const relationWords: Record<Relation, string> = {
  mother: "Mère",
  father: "Père",
  guardian: "Responsable légal",
  grandparent: "Grand-parent",
  step_parent: "Beau-parent",
  sibling: "Frère ou sœur",
  other: "Autre proche",
};

export const roleWords: Record<HouseholdRole, string> = {
  guardian: "Responsable",
  child: "Enfant",
  contact: "Contact",
};

/** "Mère de Zoé et Tom": each relation of an adult once, with the children it ties to. */
export function tieWords({ role, ties }: Pick<FamilyMember, "role" | "ties">): string {
  if (role === "child") return "";
  const relations = [...new Set(ties.map(({ relation }) => relation))];
  return relations
    .map((relation) => {
      const children = ties.filter((tie) => tie.relation === relation).map(({ child }) => child);
      return `${relationWords[relation]} de ${listInWords(children)}`;
    })
    .join(", ");
}

const listInWords = (names: string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} et ${names.at(-1)}`;
