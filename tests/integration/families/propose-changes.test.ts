import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, changeRequests, fieldPolicies, householdIndex, households, persons } from "@/db/schema";
import { proposeChanges } from "@/lib/families/changes/propose-changes";
import { test } from "../../support/database";
import { aHousehold, guardianOf, later } from "../../support/factories";
import { aFamily, anEdit, save } from "./a-family";
import { agent } from "./people";

const personOf = async (ctx: Parameters<typeof aFamily>[0], id: string) =>
  (await ctx.db.select().from(persons).where(eq(persons.id, id)))[0];
const requests = (ctx: Parameters<typeof aFamily>[0]) =>
  ctx.db.select().from(changeRequests).orderBy(asc(changeRequests.createdAt), asc(changeRequests.status));

test("a free field changes at once, leaves its trace and is found again", async ({ ctx }) => {
  const { householdId, adultId, guardian } = await aFamily(ctx);

  const made = await save(guardian, {
    householdId,
    personId: adultId,
    section: "contact",
    values: { phone: "07 01 02 03 04", smsAllowed: false },
  });

  expect(made).toEqual({ applied: ["person.phone", "person.smsAllowed"], requested: [], withdrawn: [] });
  expect(await personOf(ctx, adultId)).toMatchObject({ phone: "+33701020304", smsAllowed: false });
  const [event] = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "person.updated"));
  expect(event).toMatchObject({ householdId, subjectId: adultId, accountId: guardian.actor.accountId });
  expect((await ctx.db.select().from(householdIndex))[0]?.content).toContain("0701020304");
});

test("a moderated field waits, with what it was and what it would be", async ({ ctx }) => {
  const { householdId, childId, guardian } = await aFamily(ctx);

  const made = await save(guardian, {
    householdId,
    personId: childId,
    section: "identity",
    values: { lastName: "Martin-Petit", birthPlace: "Lille" },
  });

  expect(made).toMatchObject({ applied: ["person.birthPlace"], requested: ["person.lastName"] });
  expect(await personOf(ctx, childId)).toMatchObject({ lastName: "Martin", birthPlace: "Lille" });
  expect(await requests(ctx)).toMatchObject([
    { field: "person.lastName", oldValue: "Martin", newValue: "Martin-Petit", status: "pending", personId: childId },
  ]);
});

test("an address is asked for as a whole", async ({ ctx }) => {
  const { householdId, guardian } = await aFamily(ctx);
  const values = { street: "1 place de la Mairie", addressComplement: "", postalCode: "59000", city: "Lille" };

  await save(guardian, { householdId, section: "address", values });

  const [request] = await requests(ctx);
  expect(JSON.parse(request?.newValue ?? "")).toEqual(values);
  expect((await ctx.db.select().from(households).where(eq(households.id, householdId)))[0]?.city).toBe("Roncq");
});

test("a later request takes the place of the one that waits", async ({ ctx }) => {
  const { householdId, childId, guardian } = await aFamily(ctx);
  const ask = (firstName: string, minutes: number) =>
    save(later(guardian, minutes), { householdId, personId: childId, section: "identity", values: { firstName } });

  await ask("Zoe", 0);
  await ask("Zoëlle", 5);
  await ask("Zoëlle", 6);

  expect(await requests(ctx)).toMatchObject([
    { newValue: "Zoe", status: "superseded", decidedBy: guardian.actor.accountId },
    { newValue: "Zoëlle", oldValue: "Zoé", status: "pending" },
  ]);
});

test("to ask for what is there already is to take the request back", async ({ ctx }) => {
  const { householdId, childId, guardian } = await aFamily(ctx);
  const edit = { householdId, personId: childId, section: "identity" } as const;
  await save(guardian, { ...edit, values: { firstName: "Zoe" } });

  const made = await save(guardian, { ...edit, values: { firstName: "Zoé" } });

  expect(made.withdrawn).toEqual(["person.firstName"]);
  expect(await requests(ctx)).toMatchObject([{ status: "withdrawn" }]);
});

test("what the organisation decided of a field replaces its default", async ({ ctx }) => {
  const { householdId, adultId, childId, guardian } = await aFamily(ctx);
  await ctx.db.insert(fieldPolicies).values([
    { field: "person.phone", policy: "locked" },
    { field: "person.firstName", policy: "free" },
    { field: "person.email", policy: "moderated" },
  ]);
  const contact = { householdId, personId: adultId, section: "contact" } as const;

  const locked = save(guardian, { ...contact, values: { phone: "07 01 02 03 04", email: "lea@exemple.fr" } });
  await expect(locked).rejects.toMatchObject({
    code: "field_locked",
    details: { fields: { phone: [expect.stringContaining("structure")] } },
  });
  expect(await requests(ctx)).toEqual([]);
  expect(await save(guardian, { ...contact, values: { email: "lea@exemple.fr" } })).toMatchObject({
    requested: ["person.email"],
  });
  const edit = { householdId, personId: childId, section: "identity", values: { firstName: "Zoe" } } as const;
  expect(await save(guardian, edit)).toMatchObject({ applied: ["person.firstName"] });
});

test("an agent changes at once what waits or is locked for a family", async ({ ctx }) => {
  const { householdId, childId, guardian } = await aFamily(ctx);
  const edit = { householdId, personId: childId, section: "identity" } as const;
  await save(guardian, { ...edit, values: { firstName: "Zoe" } });

  await save(agent(ctx, "family_officer"), { ...edit, values: { firstName: "Zoëlle" } });

  expect(await personOf(ctx, childId)).toMatchObject({ firstName: "Zoëlle" });
  expect(await requests(ctx)).toMatchObject([{ newValue: "Zoe", status: "superseded" }]);
});

test("says what changed under the hand of who was typing, and takes the next try", async ({ ctx }) => {
  const { householdId, adultId, guardian } = await aFamily(ctx);
  const contact = { householdId, personId: adultId, section: "contact" } as const;
  const typing = await anEdit(guardian, { ...contact, values: { phone: "07 01 02 03 04" } });
  await save(guardian, { ...contact, values: { phone: "07 99 99 99 99", workPhone: "03 20 00 00 00" } });

  const refusal = await proposeChanges(guardian, typing).catch((error: unknown) => error);

  expect(refusal).toMatchObject({
    code: "changed_meanwhile",
    details: {
      fields: { phone: ["Cette information vient de changer : 07\u00a099\u00a099\u00a099\u00a099."] },
      shown: { "person.phone": "+33799999999" },
    },
  });
  const { shown } = (refusal as { details: { shown: Record<string, string> } }).details;
  const again = await proposeChanges(guardian, { ...typing, shown: { ...typing.shown, ...shown } });
  expect(again.applied).toEqual(["person.phone"]);
  expect(await personOf(ctx, adultId)).toMatchObject({ phone: "+33701020304", workPhone: "+33320000000" });
});

test("what is typed wrong is said under its field", async ({ ctx }) => {
  const { householdId, adultId, childId, guardian } = await aFamily(ctx);
  const wrong = (personId: string, section: "contact" | "identity", values: Record<string, string>) =>
    expect(save(guardian, { householdId, personId, section, values })).rejects;
  await wrong(adultId, "contact", { phone: "12" }).toMatchObject({
    details: { fields: { phone: [expect.any(String)] } },
  });
  await wrong(childId, "identity", { firstName: "<b>" }).toMatchObject({
    details: { fields: { firstName: expect.anything() } },
  });
  await wrong(childId, "identity", { birthDate: "2031-01-01" }).toMatchObject({
    details: { fields: { birthDate: ["Cette date est dans le futur."] } },
  });
});

test("a member has the sections of their role only", async ({ ctx }) => {
  const { householdId, adultId, childId, guardian } = await aFamily(ctx);
  for (const [personId, section] of [
    [childId, "contact"],
    [childId, "benefits"],
    [adultId, "school"],
    [adultId, "address"],
    [undefined, "identity"],
  ] as const) {
    const input = { householdId, personId, section, shown: {}, values: {} };
    await expect(proposeChanges(guardian, input)).rejects.toMatchObject({ code: "invalid_input" });
  }
});

test("is for the guardians of the household and the agents of its file", async ({ ctx }) => {
  const { householdId, childId, guardian } = await aFamily(ctx);
  const edit = await anEdit(guardian, {
    householdId,
    personId: childId,
    section: "school",
    values: { school: "Ferry" },
  });
  const elsewhere = await aHousehold(ctx);
  const stranger = await guardianOf(ctx, elsewhere);

  await expect(proposeChanges(stranger, edit)).rejects.toMatchObject({ code: "not_found" });
  await expect(proposeChanges(stranger, { ...edit, householdId: elsewhere.id })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(proposeChanges({ ...ctx, actor: { kind: "visitor" } }, edit)).rejects.toMatchObject({
    code: "unauthenticated",
  });
  const observer = { kind: "observer", accountId: childId, role: "family_officer", householdId } as const;
  await expect(proposeChanges({ ...ctx, actor: observer }, edit)).rejects.toMatchObject({ code: "observing" });
  for (const role of ["animator", "site_manager", "billing_officer", "revenue_officer", "auditor"] as const) {
    await expect(proposeChanges(agent(ctx, role), edit)).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(proposeChanges(agent(ctx, "admin"), edit)).resolves.toMatchObject({ applied: ["person.school"] });
});

test("two guardians who ask at the same moment leave one request, and the other knows", async ({ committed: ctx }) => {
  const { householdId, childId, guardian } = await aFamily(ctx);
  const ask = await Promise.all(
    ["Zoe", "Zoëlle", "Zouzou", "Zita"].map((firstName) =>
      anEdit(guardian, { householdId, personId: childId, section: "identity", values: { firstName } }),
    ),
  );

  const answers = await Promise.allSettled(ask.map((input) => proposeChanges(guardian, input)));

  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(answers.filter(({ status }) => status === "rejected")).toEqual(
    Array.from({ length: 3 }, () => ({
      status: "rejected",
      reason: expect.objectContaining({ code: "changed_meanwhile" }),
    })),
  );
  expect((await requests(ctx)).filter(({ status }) => status === "pending")).toHaveLength(1);
});

test("the index has the last word on what waits", async ({ ctx }) => {
  const { householdId, childId, guardian } = await aFamily(ctx);
  await save(guardian, { householdId, personId: childId, section: "identity", values: { firstName: "Zoe" } });
  const [request] = await requests(ctx);
  if (!request) throw new Error("nothing waits");
  const { id: _, ...copy } = request;
  await expect(ctx.db.insert(changeRequests).values(copy)).rejects.toMatchObject({
    cause: { constraint_name: "change_requests_pending_unique" },
  });
});
