import { defineRoute } from "@/lib/auth/define-route";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { getEmail } from "@/lib/notifications/queries";

/** The HTML of one message alone: no script, nothing from elsewhere but the logo, no access to the portal around it. */
export const GET = defineRoute<{ id: string }>(async (ctx, _request, { id }) => {
  const { html } = await getEmail(ctx, id);
  if (html === null) throw new DomainError("not_found");
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": `sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: ${env().appUrl}/logo`,
    },
  });
});
