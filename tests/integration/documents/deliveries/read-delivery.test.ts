import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Context } from "@/lib/core/context";
import { listDeliveries } from "@/lib/documents/deliveries/queries";
import { readDelivery } from "@/lib/documents/deliveries/read-delivery";
import { test } from "../../../support/database";
import { guardianOf, later } from "../../../support/factories";
import { aPdf } from "../../../support/files";
import { aFamily, asAgent } from "../people";
import { deliver } from "./letters";

test("the household reads it, and its first reading is noted", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  const other = await aFamily(ctx);
  const agent = asAgent(ctx, "family_officer");
  const { deliveryId } = await deliver(agent, [household.id, other.household.id]);

  await readDelivery(agent, deliveryId);
  const { accountId, role } = agent.actor;
  const observer: Context = { ...ctx, actor: { kind: "observer", accountId, role, householdId: household.id } };
  await readDelivery(observer, deliveryId);
  expect(await listDeliveries(guardian, household.id)).toMatchObject([{ readAt: null }]);

  const { bytes, fileName } = await readDelivery(later(guardian, 1), deliveryId);
  expect([fileName, Buffer.from(bytes).equals(aPdf())]).toEqual(["courrier.pdf", true]);
  await readDelivery(later(await guardianOf(ctx, household), 9), deliveryId);
  expect(await listDeliveries(guardian, household.id)).toMatchObject([{ readAt: later(ctx, 1).now }]);
  expect(await listDeliveries(other.guardian, other.household.id)).toMatchObject([{ readAt: null }]);
});

test("another family, and a forged name, find nothing", async ({ ctx }) => {
  const { household } = await aFamily(ctx);
  const stranger = await aFamily(ctx);
  const { deliveryId } = await deliver(asAgent(ctx, "admin"), [household.id]);
  await expect(readDelivery(stranger.guardian, deliveryId)).rejects.toMatchObject({ code: "not_found" });
  await expect(readDelivery(asAgent(ctx, "animator"), deliveryId)).rejects.toMatchObject({ code: "forbidden" });
  for (const forged of [randomUUID(), "1", "../x"]) {
    await expect(readDelivery(stranger.guardian, forged)).rejects.toMatchObject({ code: "not_found" });
  }
});
