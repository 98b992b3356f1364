import { agoInWords } from "@/components/ui/ago";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { ListTable } from "@/components/ui/table";
import type { ThreadSubject } from "@/lib/contact/rules";
import { nameOf, subjectWords } from "./contact-words";

export type InboxRow = {
  id: string;
  subject: ThreadSubject;
  title: string | null;
  household: string;
  child: string | null;
  assignee: string | null;
  lastMessageAt: Date;
  isUnread: boolean;
  excerpt: string;
};

/** The exchanges of one state: who writes, about what, since when, and who answers. */
export function InboxList({ threads, now }: { threads: InboxRow[]; now: Date }) {
  return (
    <Card className="py-2 text-sm">
      <ListTable
        caption="Échanges avec les familles"
        columns={[
          { label: "Famille", phone: "lead" },
          { label: "Dernier message", phone: "detail" },
          { label: "Sujet" },
          { label: "Répond" },
          { label: "Depuis", end: true },
        ]}
        rows={threads.map((thread) => ({ key: thread.id, cells: cellsOf(thread, now) }))}
      />
    </Card>
  );
}

function cellsOf({ id, household, child, isUnread, excerpt, assignee, lastMessageAt, ...thread }: InboxRow, now: Date) {
  return [
    <Link
      key="famille"
      href={`/admin/contact/${id}`}
      className={`text-primary-strong underline underline-offset-3 sm:whitespace-nowrap ${isUnread ? "font-bold" : "font-medium"}`}
    >
      {household}
      {child && ` · ${child}`}
      {isUnread && <span className="sr-only">, non lu</span>}
    </Link>,
    <span key="message" className={`line-clamp-2 break-words ${isUnread ? "font-semibold" : "text-ink-2"}`}>
      {excerpt}
    </span>,
    thread.title ? `${nameOf(thread)}` : subjectWords[thread.subject],
    assignee ?? <span className="text-ink-2">Personne</span>,
    <span key="depuis" className="sm:whitespace-nowrap">
      {agoInWords(lastMessageAt, now)}
    </span>,
  ];
}
