import { numericDate } from "@/lib/core/format-date";
import type { ListedRequirement } from "@/lib/documents/requirements/queries";

const subjects: Record<ListedRequirement["appliesTo"], string> = {
  household: "Le foyer",
  adult: "Chaque adulte",
  child: "Chaque enfant",
};
export const subjectInWords = (subject: ListedRequirement["appliesTo"]): string => subjects[subject];
export const subjectOptions = Object.entries(subjects).map(([value, label]) => ({ value, label }));

export const validityOptions = [
  { value: "schoolYear", label: "Pour l’année scolaire" },
  { value: "months", label: "Un certain nombre de mois" },
  { value: "untilDate", label: "Jusqu’à une date" },
  { value: "forever", label: "Sans limite" },
];

export function validityInShort(validity: ListedRequirement["validity"]): string {
  switch (validity.kind) {
    case "months":
      return `${validity.months} mois`;
    case "untilDate":
      return `jusqu’au ${numericDate(validity.date)}`;
    case "schoolYear":
      return "l’année scolaire";
    case "forever":
      return "sans limite";
  }
}
