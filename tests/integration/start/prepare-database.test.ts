import { expect, inject, test } from "vitest";
import { assertReliable } from "@/scripts/prepare-database";

test("refuses a database that may lose what it has acknowledged", async () => {
  const refusal =
    "La base peut perdre des réservations confirmées : activez fsync, full_page_writes, synchronous_commit dans PostgreSQL.";
  await expect(assertReliable(inject("templateUrl"))).rejects.toThrow(refusal);
});

test("says that a database does not answer", async () => {
  await expect(assertReliable("postgres://127.0.0.1:1/portail")).rejects.toThrow(
    /^La base de DATABASE_URL ne répond pas : /,
  );
});
