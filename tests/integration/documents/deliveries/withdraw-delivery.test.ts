import { expect } from "vitest";
import { listDeliveries } from "@/lib/documents/deliveries/queries";
import { readDelivery } from "@/lib/documents/deliveries/read-delivery";
import { withdrawDelivery } from "@/lib/documents/deliveries/withdraw-delivery";
import { test } from "../../../support/database";
import { aFamily, asAgent } from "../people";
import { deliver } from "./letters";

test("is taken from one household and left to the others, once", async ({ ctx }) => {
  const [first, second] = [await aFamily(ctx), await aFamily(ctx)];
  const agent = asAgent(ctx, "family_officer");
  const { deliveryId } = await deliver(agent, [first.household.id, second.household.id]);
  const input = { deliveryId, householdId: first.household.id };
  await expect(withdrawDelivery(first.guardian, input)).rejects.toMatchObject({ code: "forbidden" });
  await withdrawDelivery(agent, input);
  expect(await listDeliveries(first.guardian, first.household.id)).toEqual([]);
  await expect(readDelivery(first.guardian, deliveryId)).rejects.toMatchObject({ code: "not_found" });
  await readDelivery(second.guardian, deliveryId);
  await expect(withdrawDelivery(agent, input)).rejects.toMatchObject({ code: "not_found" });
});
