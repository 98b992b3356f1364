import { expect, test, vi } from "vitest";
import * as resend from "@/app/simulateurs/notifications/[id]/renvoi/route";
import * as payfipChoice from "@/app/simulateurs/payfip/paiement/[key]/choix/route";
import PayfipPayerPage from "@/app/simulateurs/payfip/paiement/[key]/page";
import PayfipResultPage from "@/app/simulateurs/payfip/paiement/[key]/resultat/page";
import PayfipRefusalPage from "@/app/simulateurs/payfip/refus/page";
import * as payfipPage from "@/app/simulateurs/payfip/tpa/paiementws.web/route";
import * as payfipService from "@/app/simulateurs/payfip/tpa/services/securite/route";
import * as systempayAbandon from "@/app/simulateurs/systempay/paiement/[id]/abandonner/route";
import * as systempayOperation from "@/app/simulateurs/systempay/paiement/[id]/operation/route";
import SystempayPayerPage from "@/app/simulateurs/systempay/paiement/[id]/page";
import SystempayResultPage from "@/app/simulateurs/systempay/paiement/[id]/resultat/page";
import * as systempayPay from "@/app/simulateurs/systempay/paiement/[id]/valider/route";
import SystempayRefusalPage from "@/app/simulateurs/systempay/refus/page";
import * as systempayForm from "@/app/simulateurs/systempay/vads-payment/route";

vi.stubEnv("DEMO", "0");

const id = "00000000-0000-4000-8000-000000000000";
const params = Promise.resolve({ id, key: id });
const searchParams = Promise.resolve({});
const address = "http://localhost:3000/simulateurs?wsdl&idop=1";
const card = "card=4970100000000000&month=6&year=2030&code=123";
const posted = (body = "") => new Request(address, { method: "POST", body });

test.each<[string, () => Promise<unknown>]>([
  ["the PayFiP service", () => payfipService.POST(posted())],
  ["its description", () => payfipService.GET(new Request(address))],
  ["its payer's page", () => payfipPage.GET(new Request(address))],
  ["the payer's choice", () => payfipChoice.POST(posted("choice=card"), { params })],
  ["the PayFiP page", () => PayfipPayerPage({ params })],
  ["the PayFiP result", () => PayfipResultPage({ params })],
  ["the PayFiP refusal", () => PayfipRefusalPage({ searchParams })],
  ["the Systempay form", () => systempayForm.POST(posted())],
  ["the card", () => systempayPay.POST(posted(card), { params })],
  ["giving up", () => systempayAbandon.POST(posted(), { params })],
  ["the back office", () => systempayOperation.POST(posted("operation=capture"), { params })],
  ["the Systempay page", () => SystempayPayerPage({ params, searchParams })],
  ["the Systempay result", () => SystempayResultPage({ params })],
  ["the Systempay refusal", () => SystempayRefusalPage({ searchParams })],
  ["sending again", () => resend.POST(posted(), { params })],
])("%s does not exist outside the demonstration mode", async (_, visit) => {
  await expect(visit()).rejects.toMatchObject({ digest: "NEXT_HTTP_ERROR_FALLBACK;404" });
});
