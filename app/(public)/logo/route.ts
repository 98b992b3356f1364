import { visitorContext } from "@/lib/auth/session";
import { findLogo } from "@/lib/organization/queries/logo";

const DAY_SECONDS = 86_400;

/** The organisation's logo, for everyone, readers of its e-mails elsewhere included; under its own version a browser keeps it. */
export async function GET(request: Request): Promise<Response> {
  const logo = await findLogo(visitorContext(), new URL(request.url).searchParams.get("v")).catch(() => undefined);
  if (!logo) return new Response(null, { status: 404 });
  const keep = logo.isExact ? `public, max-age=${365 * DAY_SECONDS}, immutable` : "public, max-age=60";
  return new Response(Buffer.from(logo.bytes), {
    headers: { "Content-Type": "image/png", "Cache-Control": keep, "Cross-Origin-Resource-Policy": "cross-origin" },
  });
}
