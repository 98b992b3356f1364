"use client";

import type { PostedAction } from "@/components/form/use-posted-form";
import { archiveActivityAction, restoreActivityAction } from "@/lib/catalogue/activities/actions";
import { archiveFacilityAction, restoreFacilityAction } from "@/lib/catalogue/facilities/actions";
import { archiveRevenueOfficeAction, restoreRevenueOfficeAction } from "@/lib/catalogue/offices/actions";
import { archiveSlotAction, restoreSlotAction } from "@/lib/catalogue/slots/actions";
import { archiveTariffAction, restoreTariffAction } from "@/lib/catalogue/tariffs/actions";
import { OneButton } from "./one-button";

type Kind = { archive: PostedAction; restore: PostedAction; id: string; name: string; archived: string };

/** What may be archived, with the name of its id in what is sent, and its words. */
const kinds = {
  facility: {
    archive: archiveFacilityAction,
    restore: restoreFacilityAction,
    id: "facilityId",
    name: "la structure",
    archived: "archivée",
  },
  office: {
    archive: archiveRevenueOfficeAction,
    restore: restoreRevenueOfficeAction,
    id: "officeId",
    name: "la régie",
    archived: "archivée",
  },
  activity: {
    archive: archiveActivityAction,
    restore: restoreActivityAction,
    id: "activityId",
    name: "l’activité",
    archived: "archivée",
  },
  slot: {
    archive: archiveSlotAction,
    restore: restoreSlotAction,
    id: "slotId",
    name: "le créneau",
    archived: "archivé",
  },
  tariff: {
    archive: archiveTariffAction,
    restore: restoreTariffAction,
    id: "tariffId",
    name: "le tarif",
    archived: "archivé",
  },
} satisfies Record<string, Kind>;

type Props = { kind: keyof typeof kinds; id: string | number; revision: number; isArchived: boolean };

/** What is archived disappears from every choice, never from history; it can come back. */
export function ArchiveButton({ kind, id, revision, isArchived }: Props) {
  const { archive, restore, name, archived, id: key } = kinds[kind];
  const fields = { [key]: id, revision };
  const subject = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return isArchived ? (
    <OneButton action={restore} fields={fields} done={`${subject} est de retour.`}>
      Remettre en service
    </OneButton>
  ) : (
    <OneButton action={archive} fields={fields} done={`${subject} est ${archived}.`} variant="danger">
      Archiver {name}
    </OneButton>
  );
}
