/** The grades of a nursery and a primary school, in their order; ULIS is a class for pupils with a disability. */
export const gradeLevels = ["TPS", "PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2", "ULIS"] as const;

/** Whom a group receives; null where there is no group. */
export type GroupCondition = { minAge: number | null; maxAge: number | null; grades: readonly string[] | null };

/**
 * Whether a child belongs to a group: by grade when grades are named, by age on the day otherwise (handbook §3.5). A
 * child of unknown age or grade belongs to no group that asks for it.
 */
export function isOfGroup(
  { minAge, maxAge, grades }: GroupCondition,
  { age, grade }: { age: number | null; grade: string | null },
): boolean {
  if (grades && grades.length > 0) return grade !== null && grades.includes(grade);
  if (minAge === null || maxAge === null) return true;
  return age !== null && minAge <= age && age <= maxAge;
}
