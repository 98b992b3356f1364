import { DomainError } from "./errors";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An identifier out of an address, before it is asked of the database; anything else is answered like a missing row. */
export function assertUuid(id: string): void {
  if (!UUID.test(id)) throw new DomainError("not_found");
}
