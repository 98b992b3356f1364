import { Plus } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import type { CatalogueOverview } from "@/lib/catalogue/queries";
import { dayInWords } from "@/lib/core/format-date";
import { billingWords, kindWords } from "./catalogue-words";
import { SlotRows } from "./slot-rows";

type Facility = CatalogueOverview["facilities"][number];

/** What the organisation offers, structure by structure. */
export function Overview({ facilities }: Pick<CatalogueOverview, "facilities">) {
  return (
    <div className="grid gap-5">
      {facilities.map((facility) => (
        <FacilityCard key={facility.id} facility={facility} />
      ))}
    </div>
  );
}

function FacilityCard({ facility }: { facility: Facility }) {
  const { id, name, address, archivedAt, calendarMissing, nextClosure, activities } = facility;
  return (
    <Card aria-labelledby={`structure-${id}`}>
      <header className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-5 py-4">
        <div>
          <h2 id={`structure-${id}`} className="flex flex-wrap items-center gap-2">
            <Link href={`/admin/catalogue/structures/${id}`} className="underline underline-offset-4">
              {name}
            </Link>
            {archivedAt && <Tag>Archivée</Tag>}
          </h2>
          <p className="text-sm text-ink-2">
            {address}
            {nextClosure && ` · Prochaine fermeture : ${dayInWords(nextClosure)}`}
          </p>
        </div>
        {!archivedAt && (
          <ButtonLink size="small" href={`/admin/catalogue/activites/nouvelle?structure=${id}`}>
            <Plus className="size-4" />
            Ajouter une activité
          </ButtonLink>
        )}
      </header>
      {calendarMissing && (
        <div className="px-5 pt-4">
          <Notice tone="warning" title="Le calendrier scolaire de cette structure n’est pas connu.">
            Choisissez sa zone, ou saisissez une année scolaire : rien ne peut être ouvert sans calendrier.
          </Notice>
        </div>
      )}
      {activities.length === 0 && <p className="p-5 text-ink-2">Aucune activité.</p>}
      {activities.map((activity) => (
        <div key={activity.id} className="border-line not-last:border-b">
          <h3 className="flex flex-wrap items-center gap-2 px-5 pt-4 pb-1 font-semibold">
            <Link href={`/admin/catalogue/activites/${activity.id}`} className="underline underline-offset-4">
              {activity.name}
            </Link>
            <Tag tone="primary">{kindWords[activity.kind]}</Tag>
            <Tag>{billingWords[activity.billing]}</Tag>
            {activity.archivedAt && <Tag>Archivée</Tag>}
          </h3>
          {activity.slots.length > 0 ? (
            <SlotRows activity={activity.name} slots={activity.slots} />
          ) : (
            <p className="px-5 pb-4 text-ink-2">Aucun créneau : ajoutez-en un depuis l’activité.</p>
          )}
        </div>
      ))}
    </Card>
  );
}
