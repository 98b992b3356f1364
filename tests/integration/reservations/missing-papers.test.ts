import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { documentRequirements, documents } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { shareChild } from "@/lib/families/share-child";
import { getMonth } from "@/lib/reservations/queries/month";
import { requestSlots } from "@/lib/reservations/request-slots";
import { joinWaitingList } from "@/lib/reservations/waiting/join-waiting-list";
import { test } from "../../support/database";
import { aChild, aFamilyAndAnEvening, aHousehold, enroll } from "../../support/factories";

type Family = Awaited<ReturnType<typeof aFamilyAndAnEvening>>;

async function aBlockedFamily(ctx: Context, options: Parameters<typeof aFamilyAndAnEvening>[1] = {}) {
  const family = await aFamilyAndAnEvening(ctx, options);
  await ctx.db.insert(documentRequirements).values({
    kind: "insurance",
    label: "Attestation d’assurance",
    appliesTo: "child",
    validity: { kind: "schoolYear" },
    blocksBooking: true,
  });
  return family;
}

type Paper = Partial<typeof documents.$inferInsert>;

const paperOf = (ctx: Context, { household, child }: Pick<Family, "household" | "child">, values: Paper = {}) =>
  ctx.db.insert(documents).values({
    householdId: household.id,
    personId: child.id,
    kind: "insurance",
    fileName: "attestation.jpg",
    mediaType: "image/jpeg",
    sizeBytes: 1,
    sha256: "",
    createdAt: ctx.now,
    ...values,
  });

const book = ({ guardian, household, cell }: Family) =>
  requestSlots(guardian, { householdId: household.id, cells: [cell] });

const refusal = {
  code: "document_missing",
  details: { message: expect.stringContaining("envoyez d’abord : Attestation d’assurance (Nahel)") },
};

test("books nothing for a child whose paper is missing, refused or expired, and says which", async ({ ctx }) => {
  const family = await aBlockedFamily(ctx, { occurrence: { capacity: 0 } });
  await expect(book(family)).rejects.toMatchObject(refusal);
  await expect(
    joinWaitingList(family.guardian, { householdId: family.household.id, cells: [family.cell] }),
  ).rejects.toMatchObject(refusal);

  await paperOf(ctx, family, { status: "rejected" });
  await paperOf(ctx, family, { status: "valid", validUntil: "2026-08-31" });
  await paperOf(ctx, family, { status: "valid", removedAt: ctx.now });
  await paperOf(ctx, family, { status: "valid", personId: (await aChild(ctx, family.household)).id });
  await expect(book(family)).rejects.toMatchObject(refusal);
  expect((await getMonth(family.guardian, family.household.id, "2026-09")).papers).toEqual([
    { firstName: "Nahel", names: ["Attestation d’assurance (Nahel)"] },
  ]);
});

test.for<Paper>([{ status: "to_review" }, { status: "valid" }, { status: "valid", validUntil: "2026-09-09" }])(
  "books once it was sent: %o",
  async (values, { ctx }) => {
    const family = await aBlockedFamily(ctx);
    await paperOf(ctx, family, values);
    expect((await book(family)).cells).toMatchObject([{ code: "P" }]);
    expect(await getMonth(family.guardian, family.household.id, "2026-09")).not.toHaveProperty("papers");
  },
);

test("never blocks the canteen, nor for a paper that does not block or is no longer asked", async ({ ctx }) => {
  const canteen = await aBlockedFamily(ctx, { activity: { kind: "lunch" } });
  expect((await book(canteen)).cells).toMatchObject([{ code: "P" }]);

  const evening = await aFamilyAndAnEvening(ctx);
  await ctx.db.update(documentRequirements).set({ isActive: false }).where(eq(documentRequirements.kind, "insurance"));
  expect((await book(evening)).cells).toMatchObject([{ code: "P" }]);
});

test("one home of a child sends its paper for both; the household's and the adults' are each home's own", async ({
  ctx,
}) => {
  const family = await aBlockedFamily(ctx);
  const other = await aHousehold(ctx, { name: "Haddad" });
  await shareChild(ctx, { childId: family.child.id, householdId: other.id });
  await paperOf(ctx, { household: other, child: family.child });
  expect((await book(family)).cells).toMatchObject([{ code: "P" }]);

  for (const appliesTo of ["household", "adult"] as const) {
    await ctx.db.insert(documentRequirements).values({
      kind: appliesTo,
      label: `Pièce ${appliesTo}`,
      appliesTo,
      validity: { kind: "forever" },
      blocksBooking: true,
    });
  }
  const sibling = await aChild(ctx, family.household, { firstName: "Lisa" });
  await enroll(ctx, sibling, family.activity);
  await paperOf(ctx, { household: family.household, child: sibling });
  await paperOf(ctx, { household: other, child: sibling }, { kind: "household", personId: null });
  const cells = [{ ...family.cell, childId: sibling.id }];
  await expect(requestSlots(family.guardian, { householdId: family.household.id, cells })).rejects.toMatchObject({
    code: "document_missing",
    details: { message: expect.stringMatching(/Pièce adult \(.+\), Pièce household\./) },
  });
});
