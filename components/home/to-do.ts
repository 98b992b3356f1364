import { soonInWords } from "@/components/ui/soon";
import { addDays, addMinutes, dateOf } from "@/lib/core/calendar";
import { dayInWords } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import type { HomeFacts } from "./home-view";

export type ToDo = { key: string; title: string; detail?: string; href: string; action: string; isUrgent: boolean };

/** Requests whose places are kept until they are paid. */
export type ToPay = { count: number; totalCents: number; holdExpiresAt: Date; children: string[] };

/** An invoice is a thing to do in the week before it is due; earlier, its block says it. */
const DUE_SOON_DAYS = 7;

/** What waits for the family, the most pressing first. */
export const toDoOf = (home: HomeFacts, toPay: ToPay | null, now: Date): ToDo[] =>
  [
    toPay && payment(toPay, now),
    offer(home, now),
    deadline(home, now),
    invoices(home, now),
    papers(home),
    enrollments(home),
    opening(home, now),
  ]
    .flatMap((one) => one || [])
    .toSorted((a, b) => Number(b.isUrgent) - Number(a.isUrgent));

const together = new Intl.ListFormat("fr-FR", { type: "conjunction" });

function payment({ count, totalCents, holdExpiresAt, children }: ToPay, now: Date): ToDo {
  const requests = `${count} ${count > 1 ? "demandes" : "demande"} à payer`;
  const places = count > 1 ? "Les places" : "La place";
  return {
    key: "payment",
    title: `${requests} avant ${soonInWords(holdExpiresAt, now)}\u00a0: ${formatEuros(totalCents)}`,
    detail: `${places} de ${together.format(children)} ${count > 1 ? "sont gardées" : "est gardée"} jusque-là.`,
    href: "/panier",
    action: "Voir le panier",
    isUrgent: true,
  };
}

function offer({ offers }: HomeFacts, now: Date): ToDo | undefined {
  if (!offers) return undefined;
  const places = offers.count === 1 ? "Une place s’est libérée" : `${offers.count} places se sont libérées`;
  return {
    key: "offer",
    title: `${places}\u00a0: à accepter avant ${soonInWords(offers.until, now)}`,
    detail: "Vous étiez sur liste d’attente. Après cette heure, la place va à la famille suivante.",
    href: "/reservations",
    action: "Voir et accepter",
    isUrgent: true,
  };
}

/** An opening is announced a fortnight before. */
const OPENING_SOON_DAYS = 14;

function opening({ opening }: HomeFacts, now: Date): ToDo | undefined {
  if (!opening || dateOf(opening.at) > addDays(dateOf(now), OPENING_SOON_DAYS)) return undefined;
  return {
    key: "opening",
    title: `${opening.activity} : ouverture des réservations ${soonInWords(opening.at, now)}`,
    detail: `Pour les jours du ${dayInWords(opening.firstDay)} au ${dayInWords(opening.lastDay)}.`,
    href: `/reservations?mois=${opening.firstDay.slice(0, 7)}`,
    action: "Voir ces jours",
    isUrgent: false,
  };
}

function deadline({ nextDeadline }: HomeFacts, now: Date): ToDo | undefined {
  // At midnight it is the evening before that counts.
  if (!nextDeadline || dateOf(addMinutes(nextDeadline.closesAt, -1)) !== dateOf(now)) return undefined;
  return {
    key: "deadline",
    title: `À réserver aujourd’hui, avant ${soonInWords(nextDeadline.closesAt, now)}`,
    detail: nextDeadline.label,
    href: "/reservations",
    action: "Ouvrir le calendrier",
    isUrgent: true,
  };
}

function invoices({ due }: HomeFacts, now: Date): ToDo | undefined {
  if (!due || due.on > addDays(dateOf(now), DUE_SOON_DAYS)) return undefined;
  const bills = due.count === 1 ? "Une facture" : `${due.count} factures`;
  const isLate = due.on < dateOf(now);
  return {
    key: "invoices",
    title: `${bills} ${isLate ? "en retard" : "à régler"}\u00a0: ${formatEuros(due.cents)}`,
    detail: `À payer ${isLate ? "depuis" : "avant"} le ${dayInWords(due.on)}.`,
    href: "/factures",
    action: "Voir et payer",
    isUrgent: true,
  };
}

function papers({ papers: { missing, expiring, blocking } }: HomeFacts): ToDo | undefined {
  const isBlocking = blocking.length > 0;
  const toSend = isBlocking ? blocking : missing;
  const [names, verb] = toSend.length > 0 ? [toSend, "à envoyer"] : [expiring, "qui expire bientôt"];
  if (names.length === 0) return undefined;
  const what =
    names.length === 1 ? `Une pièce ${verb}` : `${names.length} pièces ${verb.replace("expire", "expirent")}`;
  return {
    key: "papers",
    title: isBlocking ? `${what} pour pouvoir réserver` : what,
    detail: byPaper(names).slice(0, 3).join(", "),
    href: "/documents#demandes",
    action: "Envoyer",
    isUrgent: isBlocking,
  };
}

/** "Vaccins (Sohan)" and "Vaccins (Lisa)" are one name: "Vaccins (Sohan et Lisa)". */
function byPaper(names: string[]): string[] {
  const children = new Map<string, string[]>();
  for (const name of names) {
    const [, paper = name, child] = /^(.*) \(([^()]*)\)$/.exec(name) ?? [];
    children.set(paper, [...(children.get(paper) ?? []), ...(child ? [child] : [])]);
  }
  return [...children].map(([paper, of]) => (of.length > 0 ? `${paper} (${together.format(of)})` : paper));
}

function enrollments({ toComplete }: HomeFacts): ToDo | undefined {
  if (toComplete === 0) return undefined;
  return {
    key: "enrollments",
    title:
      toComplete === 1 ? "Une demande d’inscription à compléter" : `${toComplete} demandes d’inscription à compléter`,
    href: "/inscriptions",
    action: "Compléter",
    isUrgent: false,
  };
}
