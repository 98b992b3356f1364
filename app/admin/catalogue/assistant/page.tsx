import type { Metadata } from "next";
import { CataloguePage } from "@/components/catalogue/catalogue-page";
import { ServiceChoice } from "@/components/catalogue/wizard/service-choice";
import { ServiceForm } from "@/components/catalogue/wizard/service-form";
import { requireAgent } from "@/lib/auth/gates";
import { listWizardChoices } from "@/lib/catalogue/wizard/queries";
import { isServiceName, services } from "@/lib/catalogue/wizard/rules";
import { dateOf } from "@/lib/core/calendar";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Ouvrir un service" };

type Props = { searchParams: Promise<{ service?: string }> };

export default async function AssistantPage({ searchParams }: Props) {
  const ctx = await requireAgent("catalogue:write");
  const { service = "" } = await searchParams;
  const [shell, choices] = await Promise.all([getAdminShell(ctx), listWizardChoices(ctx)]);

  return (
    <CataloguePage
      shell={{ ...shell, account: ctx.account }}
      place="services"
      crumbs={isServiceName(service) ? [{ href: "/admin/catalogue/assistant", label: "Ouvrir un service" }] : []}
      title={isServiceName(service) ? `Ouvrir un service : ${services[service].name}` : "Ouvrir un service"}
      lead={
        isServiceName(service)
          ? "Les réponses habituelles sont déjà là : changez ce qui est différent chez vous."
          : "Quel service voulez-vous ouvrir ? Tout se change ensuite."
      }
    >
      {isServiceName(service) ? (
        <ServiceForm service={service} choices={choices} today={dateOf(ctx.now)} />
      ) : (
        <ServiceChoice />
      )}
    </CataloguePage>
  );
}
