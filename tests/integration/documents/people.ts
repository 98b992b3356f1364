import { randomUUID } from "node:crypto";
import type { Actor, AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { storeDocument } from "@/lib/documents/store-document";
import { aChild, aHousehold, guardianOf } from "../../support/factories";
import { aPhoto } from "../../support/files";

type AgentContext = Context & { actor: Extract<Actor, { kind: "agent" }> };

export const asAgent = (ctx: Context, role: AgentRole): AgentContext => ({
  ...ctx,
  actor: { kind: "agent", accountId: randomUUID(), role },
});

/** A family of one child, and its guardian. */
export async function aFamily(ctx: Context) {
  const household = await aHousehold(ctx);
  const child = await aChild(ctx, household);
  return { household, child, guardian: await guardianOf(ctx, household) };
}

/** What a guardian sends; a photograph unless told otherwise. */
export async function send(
  ctx: Context,
  householdId: string,
  values: Partial<Parameters<typeof storeDocument>[1]> = {},
): Promise<string> {
  const bytes = values.bytes ?? (await aPhoto());
  const document = { householdId, kind: "insurance", fileName: "attestation.jpg", ...values, bytes };
  return (await storeDocument(ctx, document)).documentId;
}
