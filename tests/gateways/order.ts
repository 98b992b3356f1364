import type { PaymentOrder } from "@/lib/payments/gateway";

export const anOrder = (overrides: Partial<PaymentOrder> = {}): PaymentOrder => ({
  amountCents: 1240,
  subject: "Réservations de septembre – Périscolaire Jules-Ferry",
  orderReference: "R2026000123",
  payerEmail: "camille.rousseau@exemple.fr",
  now: new Date("2026-09-09T08:00:00Z"),
  notificationUrl: "http://localhost:3000/api/paiements/notification",
  returnUrl: "http://localhost:3000/panier/retour",
  ...overrides,
});
