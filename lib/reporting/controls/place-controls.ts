import { sql } from "drizzle-orm";
import type { Control } from "./rules";

/** What must hold of places; the names are those of the list of guarantees. A reservation without any change is from before the portal. */
export const placeControls: Control[] = [
  {
    name: "I1 capacity is never exceeded",
    sentence: "Aucun créneau ne tient plus d’enfants que sa capacité.",
    broken: sql`
      select o.id::text from slot_occurrences o
      where o.capacity < (select count(*) from reservations r where r.occurrence_id = o.id and holds_a_place(r.status))`,
  },
  {
    name: "I2 the counter is the number of places held",
    sentence: "Le nombre de places prises affiché est celui des réservations qui en tiennent une.",
    broken: sql`
      select o.id::text from slot_occurrences o
      where o.taken <> (select count(*) from reservations r where r.occurrence_id = o.id and holds_a_place(r.status))
        or o.waiting <> (select count(*) from reservations r where r.occurrence_id = o.id and r.status = 'waitlisted')`,
  },
  {
    name: "I5 one live booking per child and slot",
    sentence: "Un enfant n’a qu’une réservation vivante par créneau.",
    broken: sql`
      select child_id::text from reservations where status not in ('refused', 'cancelled')
      group by child_id, occurrence_id having count(*) > 1`,
  },
  {
    name: "I12 no prepaid place is booked without money behind it",
    sentence: "Aucune place payée d’avance n’est confirmée sans paiement.",
    broken: sql`
      select r.id::text
      from reservations r
      join slot_occurrences o on o.id = r.occurrence_id
      join slots s on s.id = o.slot_id
      join activities a on a.id = s.activity_id
      where a.billing_mode = 'prepaid' and r.status not in ('requested', 'waitlisted', 'refused', 'cancelled', 'attended_unbooked')
        and not exists (
          select from checkout_lines l join checkouts c on c.id = l.checkout_id left join payments p on p.id = c.payment_id
          where l.reservation_id = r.id and c.settled_at is not null and (c.payment_id is null or p.status = 'paid')
        )`,
  },
  {
    name: "I14 a hold ends once",
    sentence: "Une place gardée, ou proposée, se termine une seule fois.",
    broken: sql`
      select reservation_id::text from reservation_changes
      where reason in ('hold_expired', 'withdrawn') or (reason = 'paid' and status = 'booked')
      group by reservation_id having count(*) > 1
      union all
      select reservation_id::text from reservation_changes
      where reason in ('offer_accepted', 'offer_expired', 'offer_declined')
      group by reservation_id having count(*) > 1`,
  },
  {
    name: "I20 nobody is served twice",
    sentence: "La liste d’attente ne propose une place qu’une fois à chacun.",
    broken: sql`
      select reservation_id::text from reservation_changes where reason = 'offered'
      group by reservation_id having count(*) > 1`,
  },
  {
    name: "I16 what is refused or cancelled stays so, unless whoever cancelled took it back at once",
    sentence: "Une réservation refusée ou annulée ne change plus, sauf si qui l’a annulée s’est aussitôt repris.",
    broken: sql`
      select distinct later.reservation_id::text from reservation_changes earlier
      join lateral (
        select * from reservation_changes c
        where c.reservation_id = earlier.reservation_id and c.id > earlier.id order by c.id limit 1
      ) later on true
      where earlier.status = 'refused' or (earlier.status = 'cancelled' and not (
        later.reason = 'cancellation_undone' and later.account_id = earlier.account_id
        and later.at <= earlier.at + interval '10 minutes'
      ))`,
  },
  {
    name: "trace: a reservation is in the state of its last change",
    sentence: "L’état d’une réservation est celui de son dernier changement.",
    broken: sql`
      select r.id::text from reservations r
      where r.status <> (
        select c.status from reservation_changes c where c.reservation_id = r.id order by c.id desc limit 1
      )`,
  },
];
