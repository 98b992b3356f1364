import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, slotOccurrences } from "@/db/schema";
import { listClosures } from "@/lib/catalogue/closures/queries";
import { reopenSlots } from "@/lib/catalogue/closures/reopen-slots";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { closeSlots } from "@/lib/reservations/closures/close-slots";
import { requestSlots } from "@/lib/reservations/request-slots";
import { test } from "../../../support/database";
import { aFamilyAndAnEvening } from "../../../support/factories";

const strike = { from: "2026-09-18", to: "2026-09-18", reach: "tout", reason: "Grève du personnel" };
const agent = (ctx: Context, role: AgentRole = "admin"): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: "00000000-0000-4000-8000-000000000001", role },
});

test("opens the days again: nothing is revived, and families may book", async ({ ctx }) => {
  const { household, guardian, cell } = await aFamilyAndAnEvening(ctx, { activity: { billingMode: "billed" } });
  const cart = { householdId: household.id, cells: [cell] };
  await requestSlots(guardian, cart);
  const { closureId } = await closeSlots(agent(ctx), strike);
  expect(await listClosures(agent(ctx))).toMatchObject([{ id: closureId, facility: null, slots: 1 }]);

  expect(await reopenSlots(agent(ctx), { closureId })).toBe(1);

  expect(await ctx.db.select().from(slotOccurrences)).toMatchObject([
    { closedReason: null, closureId: null, taken: 0 },
  ]);
  expect(await listClosures(agent(ctx))).toEqual([]);
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "slots.reopened"));
  expect(events).toMatchObject([{ subjectId: closureId, data: { slots: 1 } }]);
  await expect(requestSlots(guardian, cart)).resolves.toMatchObject({ cells: [{ code: "R" }] });
});

test("lifts its own closure only, once", async ({ ctx }) => {
  const { slot } = await aFamilyAndAnEvening(ctx);
  await aFamilyAndAnEvening(ctx);
  const first = await closeSlots(agent(ctx), { ...strike, reach: `creneau:${slot.id}` });
  await closeSlots(agent(ctx), { ...strike, reason: "Neige" });
  await reopenSlots(agent(ctx), first);
  const closed = await ctx.db.select().from(slotOccurrences).where(eq(slotOccurrences.closedReason, "Neige"));
  expect(closed).toHaveLength(1);
  await expect(reopenSlots(agent(ctx), first)).rejects.toMatchObject({ code: "already_decided" });
});

test("refuses what does not exist, and who may not", async ({ ctx }) => {
  const { guardian } = await aFamilyAndAnEvening(ctx);
  const missing = { closureId: "00000000-0000-4000-8000-00000000000f" };
  await expect(reopenSlots(agent(ctx), missing)).rejects.toMatchObject({ code: "not_found" });
  await expect(reopenSlots(agent(ctx, "animator"), missing)).rejects.toMatchObject({ code: "forbidden" });
  await expect(listClosures(guardian)).rejects.toMatchObject({ code: "forbidden" });
});
