import { randomUUID } from "node:crypto";
import type { Context } from "@/lib/core/context";
import { deliverDocument } from "@/lib/documents/deliveries/deliver-document";
import { aPdf } from "../../../support/files";

type Values = Partial<Parameters<typeof deliverDocument>[1]>;

/** What an agent addresses to some households. */
export const deliver = (ctx: Context, householdIds: string[], values: Values = {}) =>
  deliverDocument(ctx, {
    title: "Réponse de la commission",
    householdIds,
    fileName: "courrier.pdf",
    bytes: aPdf(),
    clientKey: randomUUID(),
    ...values,
  });
