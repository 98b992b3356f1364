/** The name of the constraint that a statement violated, wherever it stands in the chain of causes. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("constraint_name" in cause && typeof cause.constraint_name === "string") return cause.constraint_name;
  }
  return undefined;
}
