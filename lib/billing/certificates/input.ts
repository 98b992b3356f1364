import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";

export const certificateKinds = ["fiscale", "presence", "paiement"] as const;
export type CertificateKind = (typeof certificateKinds)[number];
export const isCertificate = (name: string): name is CertificateKind => certificateKinds.some((kind) => kind === name);

const day = civilDateInput().optional().catch(undefined);

/** What is certified, as the page's address says it; what makes no sense is left out. */
export const certificateInput = z.object({
  foyer: z.uuid().optional().catch(undefined),
  annee: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  enfant: z.uuid().optional().catch(undefined),
  du: day,
  au: day,
});
export type CertificateInput = z.infer<typeof certificateInput>;

const typed = z.string().trim().toUpperCase().max(40).catch("");

/** What is printed at the foot of a certificate, as someone who holds a copy types it. */
export const verificationInput = z.object({ numero: typed, code: typed });
