import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { describeError } from "@/lib/core/log";

test("a failed statement is logged without its parameters", () => {
  const cause = Object.assign(new Error("duplicate key"), { constraint_name: "accounts_email_unique" });
  const logged = JSON.stringify(
    describeError(new DrizzleQueryError("insert into accounts", ["camille@exemple.fr"], cause)),
  );

  expect(logged).toContain("insert into accounts");
  expect(logged).toContain("accounts_email_unique");
  expect(logged).not.toContain("camille@exemple.fr");
});
