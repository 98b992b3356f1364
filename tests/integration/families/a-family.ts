import type { Context } from "@/lib/core/context";
import type { ProposeChangesInput } from "@/lib/families/changes/input";
import { proposeChanges } from "@/lib/families/changes/propose-changes";
import { createHousehold } from "@/lib/families/create-household";
import type { NewHousehold } from "@/lib/families/input";
import { getFamilyFile } from "@/lib/families/queries/family-file";
import { anOrganization, guardianOf } from "../../support/factories";

const martin: NewHousehold = {
  address: { street: "12 rue des Écoles", postalCode: "59223", city: "Roncq" },
  guardians: [{ firstName: "Léa", lastName: "Martin", relation: "mother", phone: "+33612345678", smsAllowed: true }],
  children: [{ firstName: "Zoé", lastName: "Martin", birthDate: "2019-03-14", sex: "F" }],
};

/** The Martins: Léa, her daughter Zoé, and a guardian who has an account. */
export async function aFamily(ctx: Context) {
  await anOrganization(ctx);
  const created = await createHousehold(ctx, martin);
  const [adultId = "", childId = ""] = [...created.guardianIds, ...created.childIds];
  const guardian = await guardianOf(ctx, { id: created.householdId });
  return { householdId: created.householdId, adultId, childId, guardian };
}

type Edit = Pick<ProposeChangesInput, "householdId" | "section" | "values"> & { personId?: string };

/** Fills in a form as it is drawn now: the fields left out keep what they show. */
export async function anEdit(ctx: Context, { values, ...edit }: Edit): Promise<ProposeChangesInput> {
  const file = await getFamilyFile({ ...ctx, actor: { kind: "system", name: "test" } }, edit.householdId);
  const member = file.members.find(({ personId }) => personId === edit.personId);
  const waiting = file.changes.filter(
    ({ personId, status }) => personId === (edit.personId ?? null) && status === "pending",
  );
  const shown = {
    ...(member ?? file).values,
    ...Object.fromEntries(waiting.map(({ field, newValue }) => [field, newValue])),
  };
  const drawn = Object.fromEntries(
    Object.entries(shown).map(([field, value]) => [
      field.replace("person.", ""),
      field === "person.smsAllowed" ? value === "true" : (value ?? ""),
    ]),
  );
  return { ...edit, shown, values: { ...drawn, ...values } };
}

export const save = async (ctx: Context, edit: Edit) => proposeChanges(ctx, await anEdit(ctx, edit));
