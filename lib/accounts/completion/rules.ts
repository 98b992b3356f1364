export const completionSteps = ["contact", "school", "health", "consents", "pickup", "documents"] as const;
export type CompletionStepName = (typeof completionSteps)[number];

/** One thing that is not there yet, and the page where it is filled in. */
export type Missing = { label: string; href: string };
export type CompletionStep = {
  name: CompletionStepName;
  missing: Missing[];
  /** Good to have, never in the way. */
  isOptional: boolean;
};

type Member = { personId: string; firstName: string };
export type FileOutline = {
  guardians: (Member & { hasPhone: boolean })[];
  children: (Member & {
    isAtSchool: boolean;
    school: string | null;
    gradeLevel: string | null;
    /** Undefined for who may not read health. */
    healthSections: number | undefined;
    consents: number;
    hasPickup: boolean;
  })[];
  documents: string[];
};

const childPath = (page: string, { personId }: Member) => `/ma-famille/enfants/${personId}/${page}`;
const sectionPath = (section: string, { personId }: Member) =>
  `/ma-famille?modifier=${section}-${personId}#${section}-${personId}`;

/** What a file still lacks, step by step; the pages where it is filled in are those of every day. */
export function completionOf({ guardians, children, documents }: FileOutline): CompletionStep[] {
  const missing: Record<CompletionStepName, Missing[]> = {
    contact: guardians
      .filter(({ hasPhone }) => !hasPhone)
      .map((adult) => ({ label: `Un téléphone pour ${adult.firstName}`, href: sectionPath("contact", adult) })),
    school: children
      .filter(({ isAtSchool, school, gradeLevel }) => isAtSchool && !(school && gradeLevel))
      .map((child) => ({ label: `L’école et la classe de ${child.firstName}`, href: sectionPath("school", child) })),
    health: children
      .filter(({ healthSections = 0 }) => healthSections > 0)
      .map((child) => ({ label: `La fiche santé de ${child.firstName}`, href: childPath("sante", child) })),
    consents: children
      .filter(({ consents }) => consents > 0)
      .map((child) => ({ label: `Les autorisations de ${child.firstName}`, href: childPath("autorisations", child) })),
    pickup: children
      .filter(({ hasPickup }) => !hasPickup)
      .map((child) => ({
        label: `Qui peut venir chercher ${child.firstName}`,
        href: childPath("autorisations#personnes", child),
      })),
    documents: documents.map((label) => ({ label, href: "/documents" })),
  };
  return completionSteps.map((name) => ({ name, missing: missing[name], isOptional: name === "pickup" }));
}

/** Whether everything that is needed is there. */
export const isComplete = (steps: readonly CompletionStep[]): boolean =>
  steps.every(({ missing, isOptional }) => isOptional || missing.length === 0);
