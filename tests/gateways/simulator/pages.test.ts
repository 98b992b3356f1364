import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect } from "vitest";
import PayfipPayerPage from "@/app/simulateurs/payfip/paiement/[key]/page";
import PayfipResultPage from "@/app/simulateurs/payfip/paiement/[key]/resultat/page";
import PayfipRefusalPage from "@/app/simulateurs/payfip/refus/page";
import SystempayPayerPage from "@/app/simulateurs/systempay/paiement/[id]/page";
import SystempayResultPage from "@/app/simulateurs/systempay/paiement/[id]/resultat/page";
import SystempayRefusalPage from "@/app/simulateurs/systempay/refus/page";
import { createPayment } from "@/lib/payments/payfip/create-payment";
import { simulatedShop } from "@/lib/payments/simulator/systempay/shop";
import { openPayment } from "@/lib/payments/systempay/open-payment";
import { test } from "../../support/database";
import { anOrder } from "../order";
import { aClient } from "../payfip/client";
import { startLocalSite } from "./local-site";

const site = await startLocalSite();
const order = anOrder({
  notificationUrl: `${site.url}/notification`,
  returnUrl: `${site.url}/retour`,
  now: new Date(),
});

/** What a payer reads and can do, without the no-break spaces. */
const read = async (page: Promise<React.ReactElement>) =>
  renderToStaticMarkup(await page).replace(/[\u00a0\u202f]/g, " ");
const lastOf = (address: string | null) => address?.split("/").at(-1) ?? "";

describe("PayFiP", () => {
  const client = aClient({
    url: `${site.url}/simulateurs/payfip/tpa/services/securite`,
    payerUrl: `${site.url}/simulateurs/payfip/tpa/paiementws.web`,
  });

  test("shows the debt and the means, then the result and the way back", async ({ committed: _ }) => {
    const { url, reference } = await createPayment(client, order);
    const key = lastOf((await site.follow(url)).headers.get("location"));
    const params = Promise.resolve({ key });

    const page = await read(PayfipPayerPage({ params }));
    for (const words of ["Informations sur la dette", "R2026000123", "12,40 €", "camille.rousseau@exemple.fr"]) {
      expect(page).toContain(words);
    }
    for (const words of ["Payer par carte bancaire", "Payer par prélèvement", "Annuler", "Scénarios de test"]) {
      expect(page).toContain(words);
    }
    expect(page).toContain("aucun paiement ne sera réellement effectué");

    await site.follow(`/simulateurs/payfip/paiement/${key}/choix`, { choice: "card" });
    await expect(PayfipPayerPage({ params })).rejects.toMatchObject({
      digest: expect.stringContaining("NEXT_REDIRECT"),
    });
    const result = await read(PayfipResultPage({ params }));
    expect(result).toContain("Paiement par carte accepté");
    expect(result).toContain(
      `<form action="${site.url}/retour" method="post"><input type="hidden" name="idop" value="${reference}"/>`,
    );
  });

  test.for([
    ["P1", "inconnu"],
    ["P3", "déjà été ouverte"],
    ["P4", "15 minutes"],
    ["constructor", "inconnu"],
  ] as const)("explains %s", async ([code, words]) => {
    expect(await read(PayfipRefusalPage({ searchParams: Promise.resolve({ code }) }))).toContain(words);
  });
});

describe("Systempay", () => {
  const arrive = async () => {
    const shop = { ...simulatedShop, url: `${site.url}/simulateurs/systempay/vads-payment` };
    const { url, fields } = openPayment(shop, { ...order, transId: "000123" });
    return lastOf((await site.follow(url, fields)).headers.get("location"));
  };

  test("shows the shop, the order and the card form, then the result and the way back", async ({ committed: _ }) => {
    const id = await arrive();
    const params = Promise.resolve({ id });

    const page = await read(SystempayPayerPage({ params, searchParams: Promise.resolve({}) }));
    for (const words of ["Identifiant du marchand", "12345678", "Référence commande", "R2026000123", "12,40 €"]) {
      expect(page).toContain(words);
    }
    for (const words of ["Numéro de carte", "Expire fin", "Cryptogramme visuel", "Valider", "Scénarios de test"]) {
      expect(page).toContain(words);
    }

    const card = { card: "4970100000000098", month: "6", year: "2030", code: "123" };
    await site.follow(`/simulateurs/systempay/paiement/${id}/valider`, card);
    const result = await read(SystempayResultPage({ params }));
    expect(result).toContain("Paiement refusé");
    expect(result).toContain(`href="${site.url}/retour?`);
  });

  test("fills in the card that was picked, and points at a number that is none", async ({ committed: _ }) => {
    const params = Promise.resolve({ id: await arrive() });
    const picked = SystempayPayerPage({ params, searchParams: Promise.resolve({ carte: "4970100000000098" }) });
    expect(await read(picked)).toContain('value="4970 1000 0000 0098"');
    const wrong = SystempayPayerPage({ params, searchParams: Promise.resolve({ erreur: "carte" }) });
    expect(await read(wrong)).toContain("Ce numéro n’est pas celui d’une carte de test");
  });

  test.for([
    ["09", "vads_amount"],
    ["00", "signature"],
  ] as const)("names the field %s", async ([champ, field]) => {
    expect(await read(SystempayRefusalPage({ searchParams: Promise.resolve({ champ }) }))).toContain(field);
  });
});
