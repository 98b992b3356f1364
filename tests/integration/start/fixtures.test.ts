import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { database } from "@/db/client";
import { organization } from "@/db/schema";
import { test } from "../../support/database";

const town = { name: "Ville d’essai", shortName: "Essai", email: "mairie@exemple.fr", address: "1 place de la Mairie" };

describe("ctx", () => {
  for (const time of ["first", "second"]) {
    test(`starts from an empty database the ${time} time`, async ({ ctx }) => {
      expect(await ctx.db.select({ id: organization.id }).from(organization)).toEqual([]);
      await ctx.db.insert(organization).values(town);
    });
  }
});

describe("committed", () => {
  test("is seen by other connections, and is what database() answers", async ({ committed }) => {
    await committed.db.insert(organization).values(town);
    expect(database()).toBe(committed.db);
    const counts = await Promise.all(
      Array.from({ length: 4 }, () => database().execute(sql`select count(*)::int as n from organization`)),
    );
    expect(counts.map(([row]) => row?.n)).toEqual([1, 1, 1, 1]);
  });
});
