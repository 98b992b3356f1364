import { defineRoute } from "@/lib/auth/define-route";
import { readDelivery } from "@/lib/documents/deliveries/read-delivery";
import { fileResponse } from "@/lib/documents/files/file-response";

/** A document that the structure addressed to a household, for that household and the agents who read documents. */
export const GET = defineRoute<{ id: string }>(async (ctx, _request, { id }) =>
  fileResponse(await readDelivery(ctx, id)),
);
