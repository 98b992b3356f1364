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

/** The simulators' routes by address; `:id` is whatever names a payment. */
const routes: Record<string, Partial<Record<string, Handler>>> = {
  "/simulateurs/payfip/tpa/services/securite": payfipService,
  "/simulateurs/payfip/tpa/paiementws.web": payfipPage,
  "/simulateurs/payfip/paiement/:id/choix": payfipChoice,
  "/simulateurs/systempay/vads-payment": systempayForm,
  "/simulateurs/systempay/paiement/:id/valider": systempayPay,
  "/simulateurs/systempay/paiement/:id/abandonner": systempayAbandon,
  "/simulateurs/systempay/paiement/:id/operation": systempayOperation,
  "/simulateurs/notifications/:id/renvoi": resend,
};

/** One site on a real port: the simulators at their addresses, and a portal that answers OK to every notice. */
export async function startLocalSite() {
  const notices: Heard[] = [];
  const site = await startPeer(async (heard) => {
    const { pathname } = new URL(heard.path, "http://localhost");
    const [, id = ""] = /paiement\/([^/]+)|notifications\/([^/]+)/.exec(pathname)?.filter(Boolean) ?? [];
    const handler =
      routes[pathname.startsWith("/simulateurs") ? pathname.replace(id || "-", ":id") : ""]?.[heard.method];
    if (!handler) {
      notices.push(heard);
      return { body: "OK" };
    }
    const { method, path, body } = heard;
    const request = new Request(new URL(path, site.url), { method, ...(method === "POST" && { body }) });
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
