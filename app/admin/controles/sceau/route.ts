import { findSeal } from "@/lib/audit/queries";
import { defineRoute } from "@/lib/auth/define-route";
import { DomainError } from "@/lib/core/errors";
import { instantInWords } from "@/lib/core/format-date";

/** The head of the chain as a file, to be kept where whoever holds this server cannot reach it. */
export const GET = defineRoute(async (ctx) => {
  const seal = await findSeal(ctx);
  if (!seal) throw new DomainError("not_found");
  const lines = [
    `Sceau du journal des actions, relevé ${instantInWords(ctx.now)}`,
    `Position : ${seal.position}`,
    `Empreinte : ${seal.hash}`,
    "Gardez ce fichier ailleurs que sur le portail : la page Contrôles dira, avec lui, si le journal a été réécrit.",
  ];
  return new Response(`${lines.join("\r\n")}\r\n`, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="sceau-journal-${seal.position}.txt"`,
      "x-content-type-options": "nosniff",
    },
  });
});
