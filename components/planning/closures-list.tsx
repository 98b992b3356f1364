import { DoorOpen } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ListTable } from "@/components/ui/table";
import type { ClosureRow } from "@/lib/catalogue/closures/queries";
import { capitalized, dateInWords, dayInWords } from "@/lib/core/format-date";
import { ReopenForm } from "./reopen-form";

/** Closures to come or not long over, and the way back. */
export function ClosuresList({ closures }: { closures: ClosureRow[] }) {
  if (closures.length === 0) {
    return (
      <EmptyState icon={DoorOpen} title="Aucune fermeture">
        Tout ce que prévoit le catalogue ouvre comme prévu.
      </EmptyState>
    );
  }
  return (
    <Card className="text-sm">
      <ListTable
        caption="Fermetures"
        columns={[
          { label: "Jours", phone: "lead" },
          { label: "Ce qui ferme" },
          { label: "Motif" },
          { label: "Créneaux", end: true },
          { label: "Par" },
          { label: "Rouvrir", phone: "action", quiet: true, end: true },
        ]}
        rows={closures.map((closure) => ({
          key: closure.id,
          cells: [
            daysOf(closure),
            reachOf(closure),
            closure.reason,
            <span key="creneaux">
              {closure.slots}
              <span className="sm:hidden"> créneaux</span>
            </span>,
            closure.by ?? "",
            <ReopenForm key="rouvrir" closureId={closure.id} what={daysOf(closure)} />,
          ],
        }))}
      />
    </Card>
  );
}

function daysOf({ startsOn, endsOn }: ClosureRow): string {
  if (startsOn === endsOn) return capitalized(dateInWords(startsOn));
  return `Du ${dayInWords(startsOn)} au ${dateInWords(endsOn)}`;
}

function reachOf({ facility, activity, slot }: ClosureRow): string {
  if (!facility) return "Toutes les structures";
  return [facility, [activity, slot].filter(Boolean).join(" – ")].filter(Boolean).join(" : ");
}
