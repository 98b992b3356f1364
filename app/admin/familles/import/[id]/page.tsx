import type { Metadata } from "next";
import { ImportStage } from "@/components/accounts/imports/import-stage";
import { lineStateOf, stageWords } from "@/components/accounts/imports/import-words";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Tag } from "@/components/ui/tag";
import { getImport, type ImportView, listImportLines, PAGE_SIZE } from "@/lib/accounts/imports/queries";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { listFilterInput } from "@/lib/core/list-filter-input";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Import de familles" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ImportPage({ params, searchParams }: Props) {
  const ctx = await requireAgent("imports:run");
  const { id } = await params;
  const asked = await searchParams;
  const { page } = listFilterInput.parse(asked);
  const state = lineStateOf(String(asked.etat ?? ""));
  const [shell, view, { lines, total }] = await Promise.all([
    getAdminShell(ctx),
    foundOr404(getImport(ctx, id)),
    foundOr404(listImportLines(ctx, { importId: id, status: state, page })),
  ]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="familles">
      <PageTitle
        title="Import de familles"
        lead={<Lead fileName={view.fileName} status={view.status} />}
        back={{ href: "/admin/familles/import", label: "Tous les imports" }}
      />
      <ImportStage view={view} listed={{ lines, pages: Math.ceil(total / PAGE_SIZE), state, page }} />
    </AdminShell>
  );
}

function Lead({ fileName, status }: Pick<ImportView, "fileName" | "status">) {
  const { label, tone } = stageWords[status];
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="wrap-anywhere">{fileName}</span>
      <Tag tone={tone}>{label}</Tag>
    </span>
  );
}
