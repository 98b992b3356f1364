import {
  CalendarDays,
  ChevronRight,
  CircleUserRound,
  FileText,
  FolderDown,
  type LucideIcon,
  MessagesSquare,
  ReceiptEuro,
} from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { soonInWords } from "@/components/ui/soon";
import { dayInWords } from "@/lib/core/format-date";
import type { HomeFacts } from "./home-view";

/** The six doors of the portal, each with what matters now in one line. */
export function HomeBlocks({ home, now }: { home: HomeFacts; now: Date }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 sm:gap-4 lg:grid-cols-3">
      <Block href="/reservations" icon={CalendarDays} title="Réservations">
        <ReservationsLine home={home} now={now} />
      </Block>
      <Block href="/factures" icon={FileText} title="Factures et documents">
        {home.due ? (
          <>
            <b>
              <Money cents={home.due.cents} />
            </b>{" "}
            à régler avant le {dayInWords(home.due.on)}
          </>
        ) : (
          "Rien à régler : vos factures et attestations"
        )}
      </Block>
      <Block href="/prepaiements" icon={ReceiptEuro} title="Prépaiements">
        Crédit du compte{" "}
        <b>
          <Money cents={home.creditCents} />
        </b>
        {home.lastReceiptOn && ` · dernier reçu le ${dayInWords(home.lastReceiptOn)}`}
      </Block>
      <Block href="/documents/telechargements" icon={FolderDown} title="Téléchargements et envois">
        <DocumentsLine home={home} />
      </Block>
      <Block href="/contact" icon={MessagesSquare} title="Contact">
        {home.unreadThreads === 0 ? (
          "Écrire à la structure en quelques clics"
        ) : (
          <>
            <b>{counted(home.unreadThreads, "réponse")}</b> de la structure à lire
          </>
        )}
      </Block>
      <Block href="/mon-compte" icon={CircleUserRound} title="Mon compte">
        <span className="break-words">{home.email}</span>
      </Block>
    </ul>
  );
}

const counted = (count: number, noun: string): string => `${count}\u00a0${noun}${count > 1 ? "s" : ""}`;

function ReservationsLine({ home: { nextDeadline, awaitingApproval }, now }: { home: HomeFacts; now: Date }) {
  const waiting = awaitingApproval > 0 && `${counted(awaitingApproval, "demande")} en attente de validation`;
  if (!nextDeadline) return waiting || "Réserver, voir et annuler les jours de vos enfants";
  return (
    <>
      À réserver avant <b>{soonInWords(nextDeadline.closesAt, now)}</b>
      {" : "}
      {nextDeadline.label}
      {waiting && ` · ${waiting}`}
    </>
  );
}

function DocumentsLine({ home: { papers, newPublications } }: { home: HomeFacts }) {
  const [first] = papers.missing;
  if (first) {
    return (
      <>
        <b>{counted(papers.missing.length, "pièce")}</b> à envoyer
        {papers.missing.length === 1 && ` : ${first}`}
      </>
    );
  }
  if (newPublications > 0) {
    return (
      <>
        <b>{newPublications === 1 ? "1\u00a0nouveau document" : `${newPublications}\u00a0nouveaux documents`}</b> de la
        structure
      </>
    );
  }
  return "Documents de la structure et mes envois";
}

type BlockProps = { href: string; icon: LucideIcon; title: string; children: ReactNode };

function Block({ href, icon: Icon, title, children }: BlockProps) {
  return (
    <li className="relative flex items-start gap-4 rounded-card border border-line bg-paper p-4 shadow-card hover:border-primary sm:p-5">
      <span className="grid size-11 shrink-0 place-items-center rounded-card bg-primary-soft text-primary-strong">
        <Icon />
      </span>
      <div className="min-w-0 flex-1">
        <h2>
          <Link href={href} className="no-underline after:absolute after:inset-0 after:rounded-card">
            {title}
          </Link>
        </h2>
        <p className="mt-1 text-ink-2 [&_b]:font-semibold [&_b]:text-ink">{children}</p>
      </div>
      <ChevronRight className="mt-0.5 text-ink-3" />
    </li>
  );
}
