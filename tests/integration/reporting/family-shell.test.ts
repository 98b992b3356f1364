import { expect, vi } from "vitest";
import { getFamilyShell } from "@/lib/reporting/family-shell";
import { aCart } from "../../support/carts";
import { test } from "../../support/database";
import { aChild, anotherFamily, later } from "../../support/factories";

test("tells the organisation, the family and the cart in one statement", async ({ ctx }) => {
  const { household, guardian, child } = await aCart(ctx, { dates: ["2026-09-18", "2026-09-21"] });
  const statements = vi.spyOn(ctx.db, "execute");

  expect(await getFamilyShell(guardian, household.id)).toEqual({
    organization: { name: "Ville de Saint-Aubin", shortName: "Saint-Aubin", accessibilityLevel: "none", logo: null },
    family: { name: "Rousseau", children: [{ firstName: child.firstName, rank: 1 }] },
    cart: { count: 2, totalCents: 600, holdExpiresAt: later(ctx, 20).now.getTime() },
    homes: [],
    unreadThreads: 0,
    demo: true,
  });
  expect(statements).toHaveBeenCalledTimes(1);
});

test("forgets a hold that is over", async ({ ctx }) => {
  const { household, guardian } = await aCart(ctx);
  await aChild(ctx, household, { firstName: "Lisa" });
  const { cart, family } = await getFamilyShell(later(guardian, 20), household.id);
  expect(cart).toEqual({ count: 0, totalCents: 0, holdExpiresAt: null });
  expect(family.children).toHaveLength(2);
});

test("is not another family's to see", async ({ ctx }) => {
  const { household, activity } = await aCart(ctx);
  const other = await anotherFamily(ctx, activity);
  await expect(getFamilyShell(other.guardian, household.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(getFamilyShell(ctx, activity.id)).rejects.toMatchObject({ code: "not_found" });
});
