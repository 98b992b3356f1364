import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { announceBroadcast } from "@/lib/contact/broadcasts/announce-broadcast";
import { test } from "../../../support/database";
import { people } from "../exchanges";

test("is the portal's own work", async ({ ctx }) => {
  const { agent, guardian } = await people(ctx);
  for (const actor of [agent, guardian]) {
    const byHand = announceBroadcast(actor, { broadcastId: randomUUID() });
    await expect(byHand).rejects.toMatchObject({ code: "forbidden" });
  }
});
