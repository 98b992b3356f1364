import type { Metadata } from "next";
import { ArchiveButton } from "@/components/catalogue/archive-button";
import { CataloguePage } from "@/components/catalogue/catalogue-page";
import { Part } from "@/components/catalogue/part";
import { RuleTable } from "@/components/catalogue/tariffs/rule-table";
import { NewVersionForm, RenameTariffForm, WithdrawVersion } from "@/components/catalogue/tariffs/tariff-forms";
import { TryPanel } from "@/components/catalogue/tariffs/try-panel";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { getTariff } from "@/lib/catalogue/tariffs/queries";
import { dateOf } from "@/lib/core/calendar";
import { numericDate } from "@/lib/core/format-date";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Tarif" };

type Props = { params: Promise<{ id: string }> };

export default async function TariffPage({ params }: Props) {
  const ctx = await requireAgent("tariffs:write");
  const { id } = await params;
  const [shell, tariff] = await Promise.all([getAdminShell(ctx), foundOr404(getTariff(ctx, id))]);
  const { label, revision, versions, archivedAt } = tariff;
  const today = dateOf(ctx.now);
  const seen = { tariffId: id, revision };

  return (
    <CataloguePage
      shell={{ ...shell, account: ctx.account }}
      place="tarifs"
      title={label}
      lead="Le prix d’une demande est fixé quand elle est faite : un nouveau tarif ne change rien à ce qui est déjà demandé ou facturé."
      acts={<ArchiveButton kind="tariff" id={id} revision={revision} isArchived={archivedAt !== null} />}
    >
      <Part id="essayer" title="Essayer">
        <TryPanel key={revision} tariffId={id} today={today} />
      </Part>
      <Part id="versions" title="Dates d’effet">
        <ul className="grid gap-4">
          {versions.map((version) => (
            <li key={version.id} className="grid gap-2 border-line not-last:border-b not-last:pb-4">
              <div className="flex flex-wrap items-center justify-between gap-3">
                <h3 className="font-semibold">
                  {version.validFrom > today ? "À venir, à partir du" : "Depuis le"} {numericDate(version.validFrom)}
                  {version.validTo && `, jusqu’au ${numericDate(version.validTo)}`}
                </h3>
                {version.validFrom > today && <WithdrawVersion {...seen} versionId={version.id} />}
              </div>
              {version.decision && <p className="text-sm text-ink-2">{version.decision}</p>}
              <RuleTable rule={version.rule} />
            </li>
          ))}
        </ul>
      </Part>
      <Part id="nouveau" title="Nouveau tarif à partir d’une date">
        <NewVersionForm {...seen} rule={versions[0]?.rule} />
      </Part>
      <Part id="nom" title="Nom">
        <RenameTariffForm {...seen} label={label} />
      </Part>
    </CataloguePage>
  );
}
