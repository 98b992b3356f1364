import { findFeedReader } from "@/lib/accounts/feeds/queries";
import { visitorContext } from "@/lib/auth/session";
import { getFamilyCalendar } from "@/lib/reporting/family-calendar";

/** The household's days, for a calendar that holds the address: no cookie, only the secret in it. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const ctx = visitorContext();
  const reader = await findFeedReader(ctx, (await params).token);
  if (!reader) {
    return new Response("Cette adresse d’agenda n’est plus en service.\n", {
      status: 404,
      headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" },
    });
  }
  return new Response(await getFamilyCalendar({ ...ctx, actor: reader.actor }, reader.householdId), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="reservations.ics"',
      "Cache-Control": "private, no-store",
    },
  });
}
