import { dateOf } from "@/lib/core/calendar";
import { DomainError } from "@/lib/core/errors";
import { birthDateProblem } from "./rules";

/** Refuses the date of birth of someone who is not born, or is no longer a child. */
export function assertBirthDate(birthDate: string | undefined, now: Date, who: "child" | "adult"): void {
  const problem = birthDate ? birthDateProblem(birthDate, dateOf(now), who) : undefined;
  if (problem) throw new DomainError("invalid_input", { fields: { birthDate: [problem] } });
}
