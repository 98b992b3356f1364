import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, guardianships, householdIndex, householdMembers, households, persons } from "@/db/schema";
import { requestUndo } from "@/lib/accounts/imports/start-import";
import { undoImport } from "@/lib/accounts/imports/undo-import";
import { inviteAdult } from "@/lib/accounts/invitations/invite-adult";
import { addMember } from "@/lib/families/add-member";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { anOrganization } from "../../../support/factories";
import { aDesk, aDoneImport, aList, aya, lea, linesOf, ondeGuardians, ondePupils, stateOf, tom } from "./files";

test("removes exactly what it wrote", async ({ ctx }) => {
  const desk = await aDesk(ctx);
  const importId = await aDoneImport(desk, ondePupils, ondeGuardians);
  await requestUndo(desk.agent, { importId });
  await undoImport(desk.portal, { importId });

  for (const table of [households, persons, householdMembers, guardianships, householdIndex]) {
    expect(await ctx.db.select().from(table)).toEqual([]);
  }
  expect(await stateOf(ctx)).toMatchObject({ status: "undone", processed: 5 });
  expect(await linesOf(ctx)).toMatchObject(Array(5).fill({ status: "undone" }));
  expect(await codeOf(requestUndo(desk.agent, { importId }))).toBe("already_decided");
});

test("leaves what was touched since, and says so", async ({ ctx }) => {
  await anOrganization(ctx);
  const desk = await aDesk(ctx);
  const importId = await aDoneImport(desk, aList(lea, tom, aya));
  const [durand] = await ctx.db.select().from(households).where(eq(households.name, "Durand"));
  await addMember(desk.agent, {
    householdId: durand?.id ?? "",
    role: "contact",
    person: { firstName: "Jeanne", lastName: "Durand", phone: "+33612345678" },
  });
  await requestUndo(desk.agent, { importId });
  await undoImport(desk.portal, { importId });

  expect(await ctx.db.select({ name: households.name }).from(households)).toEqual([{ name: "Durand" }]);
  expect(await stateOf(ctx)).toMatchObject({ status: "done", problem: expect.stringMatching(/^1 famille reste/) });
  expect(await linesOf(ctx)).toMatchObject([
    { status: "imported", message: expect.stringMatching(/elle reste/) },
    { status: "imported" },
    { status: "undone" },
  ]);
});

test("a row that points to someone is enough to keep them, even without a trace", async ({ ctx }) => {
  await anOrganization(ctx);
  const desk = await aDesk(ctx);
  const importId = await aDoneImport(desk, aList(lea));
  const [camille] = await ctx.db.select().from(persons).where(eq(persons.firstName, "Camille"));
  const [home] = await ctx.db.select().from(households);
  await inviteAdult(desk.agent, {
    personId: camille?.id ?? "",
    householdId: home?.id ?? "",
    email: "camille@exemple.fr",
    kind: "activation",
  });
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "invitation.sent"))).toHaveLength(1);
  await requestUndo(desk.agent, { importId });
  await undoImport(desk.portal, { importId });
  expect(await ctx.db.select().from(households)).toHaveLength(1);
});
