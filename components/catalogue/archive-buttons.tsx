"use client";

import { archiveActivityAction, restoreActivityAction } from "@/lib/catalogue/activities/actions";
import { archiveFacilityAction, restoreFacilityAction } from "@/lib/catalogue/facilities/actions";
import { archiveRevenueOfficeAction, restoreRevenueOfficeAction } from "@/lib/catalogue/offices/actions";
import { archiveSlotAction, restoreSlotAction } from "@/lib/catalogue/slots/actions";
import { OneButton } from "./one-button";

type Seen = { revision: number; archived: boolean };

/** What is archived disappears from every choice, never from history; it can come back. */
export function ArchiveFacility({ facilityId, revision, archived }: Seen & { facilityId: string }) {
  return archived ? (
    <OneButton action={restoreFacilityAction} fields={{ facilityId, revision }} done="La structure est de retour.">
      Remettre en service
    </OneButton>
  ) : (
    <OneButton
      action={archiveFacilityAction}
      fields={{ facilityId, revision }}
      done="La structure est archivée."
      variant="danger"
    >
      Archiver la structure
    </OneButton>
  );
}

export function ArchiveOffice({ officeId, revision, archived }: Seen & { officeId: string }) {
  return archived ? (
    <OneButton action={restoreRevenueOfficeAction} fields={{ officeId, revision }} done="La régie est de retour.">
      Remettre en service
    </OneButton>
  ) : (
    <OneButton
      action={archiveRevenueOfficeAction}
      fields={{ officeId, revision }}
      done="La régie est archivée."
      variant="danger"
    >
      Archiver la régie
    </OneButton>
  );
}

export function ArchiveActivity({ activityId, revision, archived }: Seen & { activityId: string }) {
  return archived ? (
    <OneButton action={restoreActivityAction} fields={{ activityId, revision }} done="L’activité est de retour.">
      Remettre en service
    </OneButton>
  ) : (
    <OneButton
      action={archiveActivityAction}
      fields={{ activityId, revision }}
      done="L’activité est archivée."
      variant="danger"
    >
      Archiver l’activité
    </OneButton>
  );
}

export function ArchiveSlot({ slotId, revision, archived }: Seen & { slotId: number }) {
  return archived ? (
    <OneButton action={restoreSlotAction} fields={{ slotId, revision }} done="Le créneau est de retour.">
      Remettre en service
    </OneButton>
  ) : (
    <OneButton action={archiveSlotAction} fields={{ slotId, revision }} done="Le créneau est archivé." variant="danger">
      Archiver le créneau
    </OneButton>
  );
}
