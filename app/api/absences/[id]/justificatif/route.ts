import { z } from "zod";
import { answer, refusalOf } from "@/lib/auth/define-action";
import { defineRoute } from "@/lib/auth/define-route";
import { countTry } from "@/lib/auth/throttle";
import { DomainError } from "@/lib/core/errors";
import { sendProof } from "@/lib/reservations/absences/send-proof";

const perAccount = { name: "send-proof", tries: 60, withinSeconds: 3600, firstLockSeconds: 600 };
const proofInput = z.object({ householdId: z.uuid() });

/** Takes the proof of an absence, and answers whether it was kept. */
export const POST = defineRoute<{ id: string }>(async (ctx, request, { id }) => {
  // A stranger is told before anything of what they send is read.
  if (ctx.actor.kind === "visitor") {
    return Response.json({ ok: false, error: refusalOf(new DomainError("unauthenticated")) });
  }
  const form = await request.formData().catch(() => {
    throw new DomainError("invalid_input");
  });
  const file = form.getAll("file").find((value) => value instanceof File && value.size > 0);

  const result = await answer(proofInput, Object.fromEntries(form), async ({ householdId }) => {
    if (!(file instanceof File)) throw new DomainError("file_empty");
    if ("accountId" in ctx.actor) await countTry(ctx, perAccount, ctx.actor.accountId);
    const bytes = new Uint8Array(await file.arrayBuffer());
    await sendProof(ctx, { householdId, absenceId: id, fileName: file.name, bytes });
  });
  return Response.json(result);
});
