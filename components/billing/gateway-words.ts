import type { CartBlock } from "@/lib/billing/cart/rules";

type GatewayName = CartBlock["gateway"];

export const gatewayNames: Record<GatewayName, string> = { payfip: "PayFiP", systempay: "Systempay" };

/** Where one will pay and how, said before leaving the portal. */
export const gatewayNotes: Record<GatewayName, string> = {
  payfip: "Paiement sur le site du Trésor public (PayFiP), par carte ou par prélèvement.",
  systempay: "Paiement par carte sur le site sécurisé de la banque (Systempay).",
};
