import { MailSearch } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { ListTable } from "@/components/ui/table";
import { shortInstant } from "@/lib/core/format-date";
import type { listEmails } from "@/lib/notifications/queries";
import { EmailState } from "./email-status";

type Emails = Awaited<ReturnType<typeof listEmails>>["emails"];

const columns = [
  { label: "Objet", phone: "lead" },
  { label: "Destinataire" },
  { label: "Date" },
  { label: "État", phone: "amount" },
] as const;

export function EmailList({ emails }: { emails: Emails }) {
  if (emails.length === 0) {
    return (
      <EmptyState icon={MailSearch} title="Aucun message">
        Aucun message ne correspond à cette recherche.
      </EmptyState>
    );
  }
  return (
    // Dense, with its headings in sight: agents read hundreds of lines.
    <Card className="text-sm sm:[&_td]:py-1.5 sm:[&_th]:sticky sm:[&_th]:top-0 sm:[&_th]:bg-paper sm:[&_th:first-child]:rounded-tl-card sm:[&_th:last-child]:rounded-tr-card">
      <ListTable
        caption="Messages, du plus récent au plus ancien"
        columns={[...columns]}
        rows={emails.map(({ id, subject, label, recipient, createdAt, status }) => ({
          key: id,
          cells: [
            <Link
              key="objet"
              href={`/admin/messages/envois/${id}`}
              className="font-medium text-primary-strong underline underline-offset-3 lg:whitespace-nowrap"
            >
              {subject ?? label}
            </Link>,
            <span key="destinataire" className="break-all">
              {recipient}
            </span>,
            <span key="date" className="whitespace-nowrap tabular-nums">
              {shortInstant(createdAt)}
            </span>,
            <EmailState key="etat" status={status} />,
          ],
        }))}
      />
    </Card>
  );
}
