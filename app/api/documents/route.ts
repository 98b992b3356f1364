import { answer, refusalOf } from "@/lib/auth/define-action";
import { defineRoute } from "@/lib/auth/define-route";
import { countTry } from "@/lib/auth/throttle";
import type { ActionResult } from "@/lib/core/action-result";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { sendDocumentInput } from "@/lib/documents/input";
import { storeDocument } from "@/lib/documents/store-document";

/** More than a family sends in a year: looking at an image takes work. */
const perAccount = { name: "send-document", tries: 100, withinSeconds: 3600, firstLockSeconds: 600 };

/** Takes a file: posted by a script, which shows how far it is, or by the browser itself, which is sent back to the page. */
export const POST = defineRoute(async (ctx, request) => {
  const result = await take(ctx, request);
  if (request.headers.get("accept")?.includes("application/json")) return Response.json(result);
  const said = result.ok ? "envoi=fait" : `refus=${result.error.code}`;
  return new Response(null, { status: 303, headers: { Location: `/documents?${said}` } });
});

/** A stranger is told before anything of what they send is read. */
async function take(ctx: Context, request: Request): Promise<ActionResult<{ documentId: string }>> {
  if (ctx.actor.kind === "visitor") return { ok: false, error: refusalOf(new DomainError("unauthenticated")) };
  const form = await request.formData().catch(() => {
    throw new DomainError("invalid_input");
  });
  const files = form.getAll("file").filter((value) => value instanceof File);
  const file = files.find(({ size }) => size > 0) ?? files[0];

  return answer(sendDocumentInput, Object.fromEntries(form), async (input) => {
    if (!file) throw new DomainError("file_empty");
    if ("accountId" in ctx.actor) await countTry(ctx, perAccount, ctx.actor.accountId);
    return storeDocument(ctx, { ...input, fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  });
}
