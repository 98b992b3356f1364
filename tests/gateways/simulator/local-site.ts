import { afterAll, vi } from "vitest";
import * as resend from "@/app/simulateurs/notifications/[id]/renvoi/route";
import * as payfipChoice from "@/app/simulateurs/payfip/paiement/[key]/choix/route";
import * as payfipPage from "@/app/simulateurs/payfip/tpa/paiementws.web/route";
import * as payfipService from "@/app/simulateurs/payfip/tpa/services/securite/route";
import * as systempayAbandon from "@/app/simulateurs/systempay/paiement/[id]/abandonner/route";
import * as systempayOperation from "@/app/simulateurs/systempay/paiement/[id]/operation/route";
import * as systempayPay from "@/app/simulateurs/systempay/paiement/[id]/valider/route";
import * as systempayForm from "@/app/simulateurs/systempay/vads-payment/route";
import { type Heard, startPeer } from "../peer";

type Params = { params: Promise<{ id: string; key: string }> };
type Handler = (request: Request, props: Params) => Promise<Response>;

/** The simulators' routes by address; what stands in the group names a payment or a notice. */
const routes: [RegExp, Partial<Record<string, Handler>>][] = [
  [/^\/simulateurs\/payfip\/tpa\/services\/securite$/, payfipService],
  [/^\/simulateurs\/payfip\/tpa\/paiementws\.web$/, payfipPage],
  [/^\/simulateurs\/payfip\/paiement\/(.+)\/choix$/, payfipChoice],
  [/^\/simulateurs\/systempay\/vads-payment$/, systempayForm],
  [/^\/simulateurs\/systempay\/paiement\/(.+)\/valider$/, systempayPay],
  [/^\/simulateurs\/systempay\/paiement\/(.+)\/abandonner$/, systempayAbandon],
  [/^\/simulateurs\/systempay\/paiement\/(.+)\/operation$/, systempayOperation],
  [/^\/simulateurs\/notifications\/(.+)\/renvoi$/, resend],
];

function findRoute(pathname: string, method: string) {
  for (const [pattern, handlers] of routes) {
    const match = pattern.exec(pathname);
    const handler = handlers[method];
    if (match && handler) return { handler, id: match[1] ?? "" };
  }
}

/** One site on a real port: the simulators at their addresses, and a portal that answers OK to every notice. */
export async function startLocalSite() {
  const notices: Heard[] = [];
  const site = await startPeer(async (heard) => {
    const { method, path, body } = heard;
    const address = new URL(path, "http://localhost");
    const route = findRoute(address.pathname, method);
    if (!route) {
      notices.push(heard);
      return { body: "OK" };
    }
    const { handler, id } = route;
    const request = new Request(address, { method, ...(method === "POST" && { body }) });
    const response = await handler(request, { params: Promise.resolve({ id, key: id }) });
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  });
  vi.stubEnv("APP_URL", site.url);
  afterAll(site.stop);

  const follow = (path: string, form?: Record<string, string>) =>
    fetch(new URL(path, site.url), {
      redirect: "manual",
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
  return { url: site.url, notices, follow };
}
