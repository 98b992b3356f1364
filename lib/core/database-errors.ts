/** The name of the constraint that a statement violated, wherever it stands in the chain of causes. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("constraint_name" in cause && typeof cause.constraint_name === "string") return cause.constraint_name;
  }
  return undefined;
}

/** Whether a statement was refused because another row points to what it removes, or points to nothing. */
export function foreignKeyBroken(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && cause.code === "23503") return true;
  }
  return false;
}
