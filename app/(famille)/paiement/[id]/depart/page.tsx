import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Departure } from "@/components/billing/departure";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireGuardian } from "@/lib/auth/gates";
import { getDeparture } from "@/lib/payments/get-departure";

export const metadata: Metadata = { title: "Vers la banque" };

type Props = { params: Promise<{ id: string }> };

export default async function DeparturePage({ params }: Props) {
  const ctx = await requireGuardian();
  const { id } = await params;
  const departure = await foundOr404(getDeparture(ctx, id));
  if (!departure) redirect(`/paiement/${id}`);

  if (!departure.fields) redirect(departure.url);

  return <Departure url={departure.url} fields={departure.fields} />;
}
