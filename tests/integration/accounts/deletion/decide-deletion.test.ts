import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { accounts, deletionRequests, emails, householdMembers, households, persons } from "@/db/schema";
import { decideDeletion } from "@/lib/accounts/deletion/decide-deletion";
import { listDeletions } from "@/lib/accounts/deletion/queries";
import { requestDeletion } from "@/lib/accounts/deletion/request-deletion";
import { authenticate } from "@/lib/auth/authenticate";
import { findSession } from "@/lib/auth/queries";
import { postEntries } from "@/lib/ledger/post-entries";
import { requestSlots } from "@/lib/reservations/request-slots";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aFamilyAndAnEvening, aRevenueOffice } from "../../../support/factories";
import { aSession, asVisitor, eventTypes, home, password } from "../../auth/people";
import { anOfficer } from "../sign-up/requests";
import { aHolder, aRequestedDeletion, input } from "./requests";

test("accepted, the account closes at once and the family is nobody any more", async ({ ctx }) => {
  const { id, guardian, household, child } = await aRequestedDeletion(ctx);
  const { accountId } = guardian.actor;
  const [before] = await ctx.db.select().from(accounts).where(eq(accounts.id, accountId));
  const session = await aSession(ctx, accountId);
  await decideDeletion(await anOfficer(ctx), { id, decision: "accept" });

  expect(await findSession(ctx, session)).toBeUndefined();
  expect(await codeOf(authenticate(asVisitor(ctx), { email: before?.email ?? "", password, origin: home }))).toBe(
    "invalid_credentials",
  );
  const [after] = await ctx.db.select().from(accounts).where(eq(accounts.id, accountId));
  expect(after).toMatchObject({ displayName: "Compte supprimé", passwordHash: null, disabledAt: ctx.now });
  expect(after?.email).not.toContain("exemple.fr");
  expect(await ctx.db.select().from(households).where(eq(households.id, household.id))).toMatchObject([
    { name: "Famille supprimée", street: "", staffNote: null },
  ]);
  for (const personId of [child.id, guardian.actor.personId]) {
    expect(await ctx.db.select().from(persons).where(eq(persons.id, personId))).toMatchObject([
      { firstName: "Personne", lastName: "supprimée", birthDate: null, phone: null },
    ]);
  }
  expect(await ctx.db.select().from(deletionRequests)).toMatchObject([{ isAccepted: true, message: null }]);
  expect(await ctx.db.select().from(emails).where(eq(emails.template, "deletion-decided"))).toMatchObject([
    { recipient: before?.email, payload: { isAccepted: true } },
  ]);
  expect(await eventTypes(ctx)).toEqual(
    expect.arrayContaining(["deletion.accepted", "account.closed", "household.erased"]),
  );
});

test("where another guardian stays, the children's file stays with them", async ({ ctx }) => {
  const { id, guardian, household, child } = await aRequestedDeletion(ctx);
  const partner = await aHolder(ctx, household, "Samira");
  await decideDeletion(await anOfficer(ctx), { id, decision: "accept" });

  expect(await ctx.db.select().from(households).where(eq(households.id, household.id))).toMatchObject([
    { name: "Rousseau" },
  ]);
  expect(await ctx.db.select().from(persons).where(eq(persons.id, child.id))).toMatchObject([{ firstName: "Nahel" }]);
  const members = await ctx.db.select().from(householdMembers).where(eq(householdMembers.householdId, household.id));
  expect(members.map(({ personId }) => personId).sort()).toEqual([child.id, partner.actor.personId].sort());
  expect(members.find(({ personId }) => personId === partner.actor.personId)?.isAccountHolder).toBe(true);
  expect(await ctx.db.select().from(persons).where(eq(persons.id, guardian.actor.personId))).toMatchObject([
    { firstName: "Personne" },
  ]);
});

test("refused, with an answer: nothing changes", async ({ ctx }) => {
  const { id, guardian } = await aRequestedDeletion(ctx);
  await decideDeletion(await anOfficer(ctx), { id, decision: "refuse", reason: "Il reste une facture." });
  expect(await ctx.db.select().from(accounts).where(eq(accounts.id, guardian.actor.accountId))).toMatchObject([
    { disabledAt: null },
  ]);
  expect(await ctx.db.select().from(deletionRequests)).toMatchObject([
    { isAccepted: false, answer: "Il reste une facture." },
  ]);
});

test("money on the account stands against it, on either side", async ({ ctx }) => {
  const { id, household } = await aRequestedDeletion(ctx);
  const office = await aRevenueOffice(ctx);
  await postEntries(ctx, {
    householdId: household.id,
    revenueOfficeId: office.id,
    kind: "payment",
    reference: "test:1",
    label: "Versement",
    debit: "bank",
    credit: "household",
    amountCents: 1240,
  });
  const agent = await anOfficer(ctx);
  expect(await listDeletions(agent)).toMatchObject([{ id, obstacles: ["money"] }]);
  expect(await codeOf(decideDeletion(agent, { id, decision: "accept" }))).toBe("deletion_blocked");
  expect(await ctx.db.select().from(deletionRequests)).toMatchObject([{ decidedAt: null }]);
});

test("places to come stand against it", async ({ ctx }) => {
  const { household, guardian, cell } = await aFamilyAndAnEvening(ctx);
  await requestSlots(guardian, { householdId: household.id, cells: [cell] } as never);
  const holder = await aHolder(ctx, household);
  await ctx.db.delete(householdMembers).where(eq(householdMembers.personId, guardian.actor.personId));
  await requestDeletion(holder, { ...input, householdId: household.id });
  const [request] = await ctx.db.select().from(deletionRequests);
  expect(await codeOf(decideDeletion(await anOfficer(ctx), { id: request?.id ?? "", decision: "accept" }))).toBe(
    "deletion_blocked",
  );
});

test("two agents at the same moment: the second is told", async ({ committed: ctx }) => {
  const { id } = await aRequestedDeletion(ctx);
  const agents = [await anOfficer(ctx), await anOfficer(ctx, "admin", "admin@exemple.fr")];
  const codes = await Promise.all(
    agents.map((agent, index) =>
      codeOf(decideDeletion(agent, { id, decision: index ? "accept" : "refuse", reason: "Non." })),
    ),
  );
  expect(codes.sort()).toEqual(["already_decided", "done"]);
});

test("is not for families, nor for who only looks", async ({ ctx }) => {
  const { id, guardian } = await aRequestedDeletion(ctx);
  expect(await codeOf(decideDeletion(guardian, { id, decision: "accept" }))).toBe("forbidden");
  expect(await codeOf(decideDeletion(await anOfficer(ctx, "auditor"), { id, decision: "accept" }))).toBe("forbidden");
});
