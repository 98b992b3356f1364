import { expect } from "vitest";
import { addMinutes } from "@/lib/core/calendar";
import { addPickupPerson } from "@/lib/families/pickup/add-pickup-person";
import { listPickupPersons } from "@/lib/families/pickup/queries";
import { removePickupPerson } from "@/lib/families/pickup/remove-pickup-person";
import { restorePickupPerson } from "@/lib/families/pickup/restore-pickup-person";
import { test } from "../../../support/database";
import { aSharedChild } from "../shared-child";

test("someone removed by mistake comes back, for a while and for their family", async ({ ctx }) => {
  const { child, mother, stranger } = await aSharedChild(ctx);
  const childId = child.id;
  const person = { childId, firstName: "Odile", lastName: "Martin", relation: "grandparent", kind: "allowed" } as const;
  const removed = { childId, ...(await addPickupPerson(mother, { ...person, rank: 1 })) };
  await removePickupPerson(mother, removed);

  const late = { ...mother, now: addMinutes(ctx.now, 11) };
  for (const who of [stranger, late]) {
    await expect(restorePickupPerson(who, removed)).rejects.toMatchObject({ code: "not_found" });
  }
  await restorePickupPerson(mother, removed);
  expect(await listPickupPersons(mother, childId)).toMatchObject([{ firstName: "Odile" }]);
});
