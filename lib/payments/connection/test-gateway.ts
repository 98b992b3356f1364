import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { asSystem, type Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { payfipClientOf } from "../payfip/client-of";
import { readClient } from "../payfip/read-client";
import { findOffice, type Office } from "../queries";
import { nextTransId } from "../systempay/next-trans-id";
import { systempayShopOf } from "../systempay/shop-of";
import type { TestedOfficeInput } from "./input";
import { tryForm } from "./try-form";

/** What the gateway said, in one sentence that says what to do when it is no. */
export type ConnectionAnswer = { works: boolean; sentence: string };

/** An agent waits for it. */
const PATIENCE_MS = 8_000;

/**
 * Really calls the gateway of a régie: PayFiP tells the lines under which it knows the client (protocols §4); Systempay is
 * sent a signed form of 1,00 € that nobody pays. No money moves. Outside any transaction: a bank may be slow.
 */
export async function testGateway(
  ctx: Context,
  { officeId }: TestedOfficeInput,
  patienceMs = PATIENCE_MS,
): Promise<ConnectionAnswer> {
  authorize(ctx, "catalogue:write");

  const system = asSystem(ctx, "connection-test");
  const office = await findOffice(system, officeId);
  if (!office) throw new DomainError("not_found");
  const answer = await (office.gateway === "payfip"
    ? askPayfip(office, patienceMs)
    : askSystempay(system, office, patienceMs));
  await recordEvent(ctx, { type: "revenue-office.tested", subjectId: officeId, data: answer });
  return answer;
}

const payfipModes = { T: "test", X: "activation", W: "production" };

async function askPayfip(office: Office, timeoutMs: number): Promise<ConnectionAnswer> {
  const client = payfipClientOf(office);
  try {
    const lines = await readClient({ ...client, timeoutMs });
    const known = lines.length > 0 ? lines.join(", ") : "sans libellé";
    return {
      works: true,
      sentence: `PayFiP répond : le client ${client.numcli} est « ${known} » (mode ${payfipModes[client.saisie]}).`,
    };
  } catch (error) {
    return { works: false, sentence: failureOf(error, client.numcli) };
  }
}

function failureOf(error: unknown, numcli: string): string {
  if (!(error instanceof DomainError)) throw error;
  if (error.code === "gateway_misconfigured") {
    const label = typeof error.details.label === "string" && error.details.label ? ` (${error.details.label})` : "";
    return `PayFiP ne reconnaît pas le numéro de client ${numcli}${label} : vérifiez-le sur la convention signée avec la DGFiP.`;
  }
  return error.details.reason === "TimeoutError"
    ? "PayFiP n’a pas répondu à temps. Réessayez dans quelques minutes."
    : "PayFiP est injoignable ou répond autre chose que prévu. Vérifiez l’adresse du service, puis réessayez.";
}

async function askSystempay(ctx: Context, office: Office, patienceMs: number): Promise<ConnectionAnswer> {
  if (!office.gatewaySecret) return { works: false, sentence: "La clé de la boutique manque : saisissez-la d’abord." };
  const shop = systempayShopOf(office);
  const transId = await nextTransId(ctx, shop.siteId, ctx.now);
  return tryForm(shop, { transId, payerEmail: office.email, now: ctx.now, patienceMs });
}
