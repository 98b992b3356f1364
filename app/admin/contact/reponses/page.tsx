import { MessageSquareText } from "lucide-react";
import type { Metadata } from "next";
import { CannedAnswerForm } from "@/components/contact/canned-answer-form";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { Disclosed } from "@/components/ui/disclosed";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAgent } from "@/lib/auth/gates";
import { listCannedAnswers } from "@/lib/contact/canned-answers/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Réponses types" };

export default async function CannedAnswersPage() {
  const ctx = await requireAgent("contact:write");
  const [shell, answers] = await Promise.all([getAdminShell(ctx), listCannedAnswers(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="contact">
      <PageTitle
        title="Réponses types"
        lead="Ce que vous répondez souvent, à portée de main dans chaque échange."
        back={{ href: "/admin/contact", label: "Tous les échanges" }}
      />
      <div className="grid max-w-3xl gap-5">
        <Disclosed summary="Ajouter une réponse type">
          <CannedAnswerForm />
        </Disclosed>
        {answers.length === 0 ? (
          <EmptyState icon={MessageSquareText} title="Aucune réponse type">
            Écrivez une fois ce que vous répétez chaque semaine.
          </EmptyState>
        ) : (
          <Card>
            <ul className="divide-y divide-line">
              {answers.map((answer) => (
                <li key={answer.id}>
                  <details className="px-5 py-3">
                    <summary className="flex min-h-9 cursor-pointer items-center gap-3">
                      <span className="font-semibold sm:shrink-0">{answer.title}</span>
                      <span className="min-w-0 truncate text-sm text-ink-2 max-sm:hidden">{answer.body}</span>
                    </summary>
                    <div className="py-3">
                      <CannedAnswerForm answer={answer} />
                    </div>
                  </details>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </AdminShell>
  );
}
