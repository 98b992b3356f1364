import { defineRoute } from "@/lib/auth/define-route";
import { certificateInput, isCertificate } from "@/lib/billing/certificates/input";
import { makeCertificate } from "@/lib/billing/certificates/make-certificate";
import { DomainError } from "@/lib/core/errors";

/** A certificate as PDF, computed when it is asked for. */
export const GET = defineRoute<{ nom: string }>(async (ctx, request, { nom }) => {
  if (!isCertificate(nom)) throw new DomainError("not_found");
  const asked = certificateInput.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { name, pdf } = await makeCertificate(ctx, nom, asked);
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${name}"`,
      "x-content-type-options": "nosniff",
    },
  });
});
