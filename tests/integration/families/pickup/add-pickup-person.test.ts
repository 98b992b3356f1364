import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { documents } from "@/db/schema";
import { readDocument } from "@/lib/documents/read-document";
import { addPickupPerson } from "@/lib/families/pickup/add-pickup-person";
import { type AddPickupPersonInput, addPickupPersonInput } from "@/lib/families/pickup/input";
import { listPickupPersons } from "@/lib/families/pickup/queries";
import { test } from "../../../support/database";
import { aPdf, aPhoto } from "../../../support/files";
import { aSharedChild, asAgent } from "../shared-child";

const person = (childId: string, values: Partial<AddPickupPersonInput> = {}): AddPickupPersonInput => ({
  childId,
  firstName: "Odile",
  lastName: "Martin",
  phone: "+33639981022",
  relation: "grandparent",
  kind: "allowed",
  rank: 1,
  ...values,
});
const file = (bytes: Buffer, name = "fichier") => new File([new Uint8Array(bytes)], name);

test("forbidden persons come first, then those to call in their rank", async ({ ctx }) => {
  const { child, mother } = await aSharedChild(ctx);
  await addPickupPerson(mother, person(child.id, { firstName: "Voisin" }));
  await addPickupPerson(mother, person(child.id, { firstName: "Second", emergency: "on", rank: 2 }));
  await addPickupPerson(mother, person(child.id, { firstName: "First", emergency: "on", rank: 1 }));
  const judgment = file(aPdf(), "jugement.pdf");
  await addPickupPerson(mother, person(child.id, { firstName: "Interdit", kind: "forbidden", judgment }));

  const listed = await listPickupPersons(mother, child.id);
  expect(listed.map(({ firstName, kind, isEmergencyContact }) => [firstName, kind, isEmergencyContact])).toEqual([
    ["Interdit", "forbidden", false],
    ["First", "allowed", true],
    ["Second", "allowed", true],
    ["Voisin", "allowed", false],
  ]);
});

test("a prohibition needs its judgment, and wins over whoever would allow the same person", async ({ ctx }) => {
  const { child, mother, father } = await aSharedChild(ctx);
  const forbidden = person(child.id, { firstName: "Élodie", lastName: "Durand-Petit", kind: "forbidden" });
  await expect(addPickupPerson(mother, forbidden)).rejects.toMatchObject({ code: "judgment_missing" });
  expect(addPickupPersonInput.safeParse(forbidden).error?.issues[0]?.path).toEqual(["judgment"]);

  await addPickupPerson(mother, { ...forbidden, judgment: file(aPdf()) });
  const again = person(child.id, { firstName: "ELODIE", lastName: "durand petit" });
  await expect(addPickupPerson(father, again)).rejects.toMatchObject({ code: "pickup_forbidden" });
});

test("the photograph is kept with the family's documents; nothing is written when it is refused", async ({ ctx }) => {
  const { child, mother, father, mothers } = await aSharedChild(ctx);
  await addPickupPerson(mother, person(child.id, { photo: file(await aPhoto()) }));
  const [shown] = await listPickupPersons(mother, child.id);
  expect((await readDocument(mother, shown?.photoId ?? "")).mediaType).toBe("image/jpeg");
  const [kept] = await ctx.db.select().from(documents).where(eq(documents.householdId, mothers.id));
  expect(kept).toMatchObject({ kind: "photo", personId: child.id });

  const page = file(Buffer.from("<html>"), "photo.jpg");
  const disguised = addPickupPerson(mother, person(child.id, { firstName: "Autre", photo: page }));
  await expect(disguised).rejects.toMatchObject({ code: "file_type_refused" });
  expect(await listPickupPersons(mother, child.id)).toHaveLength(1);

  // The other home knows who may come, not how to reach them.
  expect(await listPickupPersons(father, child.id)).toMatchObject([{ firstName: "Odile", phone: null, photoId: null }]);
});

test("nobody adds for another family's child, nor an agent without the right", async ({ ctx }) => {
  const { child, stranger } = await aSharedChild(ctx);
  await expect(addPickupPerson(stranger, person(child.id))).rejects.toMatchObject({ code: "not_found" });
  await expect(listPickupPersons(stranger, child.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(addPickupPerson(asAgent(ctx, "site_manager"), person(child.id))).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("someone to call in an emergency has a number; an empty file is none", () => {
  const childId = "5f0c7c5e-8f6b-4c39-9f0e-0d4c6a3b2a11";
  const typed = { childId, firstName: "Odile", lastName: "Martin", relation: "grandparent", kind: "allowed" };
  const problems = (values: object) =>
    addPickupPersonInput.safeParse({ ...typed, ...values }).error?.issues.map(({ path }) => path[0]);
  expect(problems({ emergency: "on", phone: "" })).toEqual(["phone"]);
  expect(problems({ phone: "06 39 98 10 22", photo: new File([], "") })).toBeUndefined();
  expect(addPickupPersonInput.parse({ ...typed, phone: "06 39 98 10 22" }).phone).toBe("+33639981022");
});
