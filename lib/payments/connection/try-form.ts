import { env } from "@/lib/core/env";
import { answerInTime } from "../answer-in-time";
import { openPayment } from "../systempay/open-payment";
import type { SystempayShop } from "../systempay/shop";

type Trial = { transId: string; payerEmail: string; now: Date; patienceMs: number };
type Answer = { works: boolean; sentence: string };

const ONE_EURO = 100;

/** What the gateway's error numbers mean for whoever sets up a shop (protocols §7.2). */
const errors: Record<string, string> = {
  "00": "La signature est refusée : la clé n’est pas celle de ce mode, ou l’algorithme de la boutique n’est pas HMAC-SHA-256.",
  "02": "La banque ne connaît pas cet identifiant de boutique.",
  "11": "La boutique n’accepte pas ce mode : elle n’est peut-être pas encore en production.",
};

/** Opens a payment of one euro as a payer's browser would, and reads the page that comes back. Nobody pays it. */
export async function tryForm(shop: SystempayShop, { transId, payerEmail, now, patienceMs }: Trial): Promise<Answer> {
  const { appUrl } = env();
  const { url, fields = {} } = openPayment(shop, {
    amountCents: ONE_EURO,
    subject: "Test de connexion",
    orderReference: `TEST${now.getTime()}`,
    payerEmail,
    now,
    notificationUrl: `${appUrl}/api/paiements/systempay/notification`,
    returnUrl: `${appUrl}/admin/catalogue/regies`,
    transId,
  });
  try {
    const { status, page } = await answerInTime(patienceMs, async (signal) => {
      const response = await fetch(url, { method: "POST", body: new URLSearchParams(fields), signal });
      return { status: response.status, page: await response.text() };
    });
    return answerOf(status, page, shop);
  } catch (error) {
    const late = error instanceof Error && error.name === "TimeoutError";
    return {
      works: false,
      sentence: late
        ? "Systempay n’a pas répondu à temps. Réessayez dans quelques minutes."
        : "Systempay est injoignable. Vérifiez l’adresse du service, puis réessayez.",
    };
  }
}

function answerOf(status: number, page: string, { siteId, mode }: SystempayShop): Answer {
  const words = page.replace(/<[^>]*>/g, " ").replace(/&nbsp;|\s+/g, " ");
  const [, number] = /erreur\s*:?\s*(\d{2})\b/i.exec(words) ?? [];
  if (number) {
    const why = errors[number] ?? `La banque refuse le formulaire (erreur ${number}).`;
    return { works: false, sentence: `Systempay répond : ${why}` };
  }
  if (status >= 400) return { works: false, sentence: `Systempay répond par une erreur (HTTP ${status}). Réessayez.` };
  return {
    works: true,
    sentence: `Systempay ouvre la page de paiement de la boutique ${siteId} (mode ${mode === "TEST" ? "test" : "production"}) : identifiant, mode et clé sont acceptés.`,
  };
}
