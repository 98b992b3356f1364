import { Inbox, MessageSquareText, Send, SquarePen } from "lucide-react";
import type { Metadata } from "next";
import { InboxList } from "@/components/contact/inbox-list";
import { InboxTabs, inboxAddress } from "@/components/contact/inbox-tabs";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pages } from "@/components/ui/pages";
import { requireAgent } from "@/lib/auth/gates";
import { inboxInput } from "@/lib/contact/input";
import { countThreads, listInbox, PAGE_SIZE } from "@/lib/contact/queries/inbox";
import { isAllowed } from "@/lib/core/authorize";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Échanges avec les familles" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function InboxPage({ searchParams }: Props) {
  const ctx = await requireAgent("contact:read");
  const filter = inboxInput.parse(await searchParams);
  const [shell, counts, { threads, total }] = await Promise.all([
    getAdminShell(ctx),
    countThreads(ctx),
    listInbox(ctx, filter),
  ]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="contact">
      <PageTitle title="Échanges avec les familles" lead={leadOf(counts.to_handle)}>
        <ButtonLink href="/admin/contact/reponses" size="small">
          <MessageSquareText className="size-4" />
          Réponses types
        </ButtonLink>
        {isAllowed(ctx.actor, "publications:write") && (
          <ButtonLink href="/admin/contact/familles" size="small">
            <Send className="size-4" />
            Écrire à plusieurs familles
          </ButtonLink>
        )}
        <ButtonLink href="/admin/familles" size="small">
          <SquarePen className="size-4" />
          Écrire à une famille
        </ButtonLink>
      </PageTitle>
      <InboxTabs filter={filter} counts={counts} />
      {threads.length > 0 ? (
        <InboxList threads={threads} now={ctx.now} />
      ) : (
        <EmptyState icon={Inbox} title={filter.q ? "Aucun échange trouvé" : "Rien ici"}>
          {filter.etat === "to_handle"
            ? "Les messages des familles arrivent ici, le plus ancien d’abord."
            : "Aucun échange n’est dans cet état."}
        </EmptyState>
      )}
      <Pages
        page={filter.page}
        pages={Math.ceil(total / PAGE_SIZE)}
        addressOf={(page) => inboxAddress({ ...filter, page })}
      />
    </AdminShell>
  );
}

const leadOf = (count: number) =>
  count === 0 ? "Personne n’attend de réponse." : count === 1 ? "1 famille attend." : `${count} échanges à traiter.`;
