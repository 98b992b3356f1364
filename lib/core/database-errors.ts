/** The name of the constraint that a statement violated, wherever it stands in the chain of causes. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("constraint_name" in cause && typeof cause.constraint_name === "string") return cause.constraint_name;
  }
  return undefined;
}

/**
 * Whether PostgreSQL could not read a value at all: a character that is none, a number beyond every column. No form sends
 * that by itself.
 */
export function isUnreadable(error: unknown): boolean {
  const unreadable = ["22003", "22007", "22008", "22021", "22P02", "22P05"];
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && unreadable.includes(String(cause.code))) return true;
  }
  return false;
}

/** Whether a statement was refused because another row points to what it removes, or points to nothing. */
export function foreignKeyBroken(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && cause.code === "23503") return true;
  }
  return false;
}
