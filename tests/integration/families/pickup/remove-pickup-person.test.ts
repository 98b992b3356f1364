import { expect } from "vitest";
import type { Context } from "@/lib/core/context";
import { addPickupPerson } from "@/lib/families/pickup/add-pickup-person";
import { listPickupPersons } from "@/lib/families/pickup/queries";
import { removePickupPerson } from "@/lib/families/pickup/remove-pickup-person";
import { test } from "../../../support/database";
import { aPdf } from "../../../support/files";
import { aSharedChild, asAgent } from "../shared-child";

const add = async (ctx: Context, childId: string, kind: "allowed" | "forbidden") => {
  const person = { childId, firstName: "Odile", lastName: kind, phone: "", relation: "other", rank: 1 } as const;
  const judgment = kind === "forbidden" ? new File([new Uint8Array(aPdf())], "jugement.pdf") : undefined;
  return (await addPickupPerson(ctx, { ...person, kind, judgment })).pickupId;
};

test("a family takes someone off its list; a prohibition is lifted by the structure only", async ({ ctx }) => {
  const { child, mother, stranger } = await aSharedChild(ctx);
  const [allowed, forbidden] = [await add(mother, child.id, "allowed"), await add(mother, child.id, "forbidden")];
  const remove = (who: Context, pickupId: string) => removePickupPerson(who, { childId: child.id, pickupId });

  await expect(remove(stranger, allowed)).rejects.toMatchObject({ code: "not_found" });
  await expect(remove(mother, forbidden)).rejects.toMatchObject({ code: "prohibition_stays" });
  await remove(mother, allowed);
  await expect(remove(mother, allowed)).rejects.toMatchObject({ code: "not_found" });
  await remove(asAgent(ctx, "family_officer"), forbidden);
  expect(await listPickupPersons(mother, child.id)).toEqual([]);
});
