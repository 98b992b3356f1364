import { z } from "zod";
import { emailInput } from "@/lib/auth/input";
import { revision, text } from "../common-input";

const typed = z.string().trim().max(100).optional();

const common = {
  name: text("Donnez le nom de la régie, comme « Régie enfance »."),
  officerName: text("Donnez le nom du régisseur."),
  email: emailInput,
};

const fields = {
  ...common,
  gateway: z.enum(["payfip", "systempay"], "Choisissez le service de paiement."),
  numcli: typed,
  saisie: z.enum(["T", "X", "W"], "Choisissez le mode de PayFiP.").optional(),
  siteId: typed,
  mode: z.enum(["TEST", "PRODUCTION"], "Choisissez le mode de la boutique.").optional(),
  /** The shop's key; empty when it stays what it is. */
  key: z.string().trim().max(100).optional(),
};

/** What is wrong with the gateway's own fields; those of the other gateway are not looked at. */
function checkGateway(
  { gateway, numcli = "", saisie, siteId = "", mode, key = "" }: GatewayFields,
  ctx: z.RefinementCtx,
) {
  const wrong = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
  if (gateway === "payfip") {
    if (!/^\d{6}$/.test(numcli)) wrong("numcli", "Le numéro de client PayFiP a six chiffres.");
    if (!saisie) wrong("saisie", "Choisissez le mode de PayFiP.");
  } else {
    if (!/^\d{8}$/.test(siteId)) wrong("siteId", "L’identifiant de boutique a huit chiffres.");
    if (!mode) wrong("mode", "Choisissez le mode de la boutique.");
    if (key !== "" && !/^[\x21-\x7e]{8,100}$/.test(key)) {
      wrong("key", "La clé se copie telle quelle depuis le back-office : au moins huit caractères, sans espace.");
    }
  }
}

type GatewayFields = z.infer<z.ZodObject<Omit<typeof fields, keyof typeof common>>>;

export const revenueOfficeInput = z
  .object(fields)
  .superRefine(checkGateway)
  .refine(({ gateway, key }) => gateway === "payfip" || Boolean(key), {
    path: ["key"],
    error: "Copiez la clé de la boutique depuis le back-office de la banque.",
  });
export type RevenueOfficeInput = z.infer<typeof revenueOfficeInput>;

const officeId = z.uuid();

export const updateRevenueOfficeInput = z.object({ ...fields, officeId, revision }).superRefine(checkGateway);
export type UpdateRevenueOfficeInput = z.infer<typeof updateRevenueOfficeInput>;

export const seenOfficeInput = z.object({ officeId, revision });
export type SeenOfficeInput = z.infer<typeof seenOfficeInput>;
