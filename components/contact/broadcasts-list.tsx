import { Card } from "@/components/ui/card";
import { ListTable } from "@/components/ui/table";
import { numericDate, shortInstant } from "@/lib/core/format-date";

export type BroadcastView = {
  id: string;
  title: string;
  audience: "everyone" | "facility" | "activity" | "day";
  place: string | null;
  day: string | null;
  households: number;
  read: number;
  author: string | null;
  createdAt: Date;
};

/** The last messages to many families, with how many of them have read. */
export function BroadcastsList({ broadcasts }: { broadcasts: BroadcastView[] }) {
  return (
    <Card className="py-2 text-sm">
      <ListTable
        caption="Messages à plusieurs familles, du plus récent au plus ancien"
        columns={[
          { label: "Objet", phone: "lead" },
          { label: "À qui" },
          { label: "Envoyé" },
          { label: "Par" },
          { label: "Lu par", phone: "amount", end: true },
        ]}
        rows={broadcasts.map((broadcast) => ({
          key: broadcast.id,
          cells: [
            <span key="titre" className="font-medium">
              {broadcast.title}
            </span>,
            audienceInWords(broadcast),
            shortInstant(broadcast.createdAt),
            broadcast.author,
            `${broadcast.read} sur ${broadcast.households}`,
          ],
        }))}
      />
    </Card>
  );
}

function audienceInWords({ audience, place, day }: BroadcastView): string {
  if (audience === "everyone") return "Toutes les familles";
  if (audience === "day" && day) return [`Présents le ${numericDate(day)}`, place].filter(Boolean).join(", ");
  return place ?? "";
}
