import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";

/** Outside the demonstration mode the simulators do not exist, whoever asks. */
export function assertDemonstration(): void {
  if (!env().demo) throw new DomainError("not_found");
}
