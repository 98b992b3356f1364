import { searchInvoices } from "@/lib/billing/invoices/queries/office";
import { authorize, isAllowed } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { plainText } from "@/lib/core/text";
import { searchHouseholds } from "@/lib/families/queries/search-households";

const SHOWN = 8;
/** As much of a number as tells it from a telephone's or a day's. */
const NUMBER_PIECE = /^(?=.*\d{4})[A-Z0-9-]{4,24}$/i;

export type Found = { title: string; detail: string; href: string };

/** What the command palette leads to: invoices by a piece of their number, children by their first name, families. */
export async function findAnything(ctx: Context, text: string): Promise<Found[]> {
  authorize(ctx, "families:read");

  const number = text.replace(/\s/g, "");
  const asksInvoice = NUMBER_PIECE.test(number) && isAllowed(ctx.actor, "invoices:read");
  const [{ households }, { invoices }] = await Promise.all([
    searchHouseholds(ctx, { text }),
    asksInvoice ? searchInvoices(ctx, { text: number, filter: "toutes", page: 1 }) : { invoices: [] },
  ]);
  const words = plainText(text).split(/\s+/).filter(Boolean);
  const isNamed = (firstName: string) => words.some((word) => plainText(firstName).startsWith(word));

  return [
    ...invoices.map(({ id, kind, number, household }) => ({
      title: number,
      detail: `${kind === "credit_note" ? "Avoir" : "Facture"}, famille ${household}`,
      href: `/admin/facturation/factures/${id}`,
    })),
    ...households.flatMap(({ id, name, adults, children }) => [
      ...children.filter(isNamed).map((child) => ({
        title: child,
        detail: `Enfant de ${adults.join(" et ") || `la famille ${name}`}`,
        href: `/admin/familles/${id}`,
      })),
      {
        title: name,
        detail: ["Famille", [...adults, ...children].join(", ")].join(" : "),
        href: `/admin/familles/${id}`,
      },
    ]),
  ].slice(0, SHOWN);
}
