import { expect } from "vitest";
import { recordTaps } from "@/lib/reservations/attendance/record-taps";
import { test } from "../../../support/database";
import { aChild, aPerson } from "../../../support/factories";
import { agent, anEveningToPoint, recordsOf, reservationsOf, touch } from "./at-the-gate";

test("writes what a tablet kept in the order of the touches; one that is refused holds back no other", async ({
  ctx,
}) => {
  const { animator, household, cell, child } = await anEveningToPoint(ctx);
  const sister = await aChild(ctx, household, { firstName: "Lisa" });
  const stranger = await aPerson(ctx);
  const taps = [
    { ...touch(cell, -1), state: "present" },
    { ...touch(cell, -3), state: "absent" },
    { ...touch({ ...cell, childId: stranger.id }, -2), state: "present" },
    { ...touch({ ...cell, childId: sister.id }, 0), state: "present" },
  ] as const;

  const results = await recordTaps(animator, { taps: [...taps] });

  expect(results).toEqual([
    { key: taps[1].key, ok: true, status: "absent_charged" },
    { key: taps[2].key, ok: false, message: expect.stringContaining("n’existe pas") },
    { key: taps[0].key, ok: true, status: "attended" },
    { key: taps[3].key, ok: true, status: "attended_unbooked" },
  ]);
  expect(await recordTaps(animator, { taps: [...taps] })).toHaveLength(4);
  expect(await reservationsOf(ctx, child.id)).toMatchObject([{ status: "attended" }]);
  expect(await reservationsOf(ctx, sister.id)).toMatchObject([{ status: "attended_unbooked" }]);
  expect(await recordsOf(ctx)).toHaveLength(3);
});

test("is for those who stand at the gate", async ({ ctx }) => {
  const { guardian, cell } = await anEveningToPoint(ctx);
  const taps = [{ ...touch(cell), state: "present" as const }];
  for (const who of [guardian, agent(ctx, "billing_officer")]) {
    await expect(recordTaps(who, { taps })).rejects.toMatchObject({ code: "forbidden" });
  }
});
