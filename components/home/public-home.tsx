import { CalendarCheck, CreditCard, FileText, LogIn, type LucideIcon, UserPlus } from "lucide-react";
import type { ReactNode } from "react";
import { OrganizationContact, telephone } from "@/components/layout/organization-contact";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { ShownService, ShownTariff } from "@/lib/catalogue/showcase/queries";
import type { NextOpening } from "@/lib/catalogue/windows/queries";
import { windowInWords } from "@/lib/catalogue/windows/rules";
import type { Organization } from "@/lib/core/organization";
import { ServiceCard } from "./service-card";
import { TariffTable } from "./tariff-table";

type Props = {
  organization: Organization;
  services: ShownService[];
  tariffs: ShownTariff[];
  openings: NextOpening[];
};

const gestures: { icon: LucideIcon; title: string; text: string }[] = [
  { icon: CalendarCheck, title: "Réserver", text: "Tous vos enfants et tous leurs services sur un seul calendrier." },
  { icon: CreditCard, title: "Payer", text: "En ligne, sur le site sécurisé de la banque ou du Trésor public." },
  { icon: FileText, title: "Retrouver", text: "Vos reçus et les mouvements de votre compte, à tout moment." },
];

/** The two roads: one has an account, or one learns how to get it. */
export function PublicHome({ organization, services, tariffs, openings }: Props) {
  return (
    <>
      <div className="grid items-start gap-x-12 gap-y-7 lg:grid-cols-[1fr_24rem] lg:grid-rows-[auto_1fr]">
        <div>
          {organization && <p className="mb-2 font-semibold text-primary-strong">{organization.name}</p>}
          <h1 className="text-[clamp(1.75rem,1.3rem+2vw,2.5rem)] text-balance">
            Les services de vos enfants, en quelques minutes
          </h1>
          <p className="mt-3 max-w-prose text-lg font-normal text-ink-2">
            Réservez leurs journées, payez en ligne et gardez vos reçus au même endroit.
          </p>
        </div>
        <div className="grid gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Road title="Vous avez déjà un compte">
            <ButtonLink href="/connexion" variant="primary" wide className="mt-3">
              <LogIn />
              Se connecter
            </ButtonLink>
            <p className="mt-2 text-center text-sm">
              <a
                href="/mot-de-passe-oublie"
                className="inline-block py-1.5 text-primary-strong underline underline-offset-3"
              >
                Mot de passe oublié ?
              </a>
            </p>
          </Road>
          <Road title="Vous n’avez pas encore de compte">
            <HowToJoin organization={organization} />
          </Road>
        </div>
        <ul className="grid gap-5 sm:grid-cols-3">
          {gestures.map(({ icon: Icon, title, text }) => (
            <li key={title} className="flex gap-3 sm:block">
              <span className="grid size-11 shrink-0 place-items-center rounded-card bg-primary-soft text-primary-strong">
                <Icon />
              </span>
              <div className="sm:mt-3">
                <p className="font-semibold">{title}</p>
                <p className="text-sm text-ink-2">{text}</p>
              </div>
            </li>
          ))}
        </ul>
      </div>
      {services.length === 0 && (
        <div className="mt-10">
          <Notice tone="info" title="Les services seront bientôt ouverts ici">
            Vous pouvez déjà inscrire votre famille : vous serez prêt le jour où les réservations ouvrent.
          </Notice>
        </div>
      )}
      {openings.length > 0 && (
        <section aria-labelledby="ouvertures" className="mt-10">
          <h2 id="ouvertures">Prochaines ouvertures</h2>
          <ul className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {openings.map((opening) => (
              <li
                key={`${opening.activity} ${opening.firstDay}`}
                className="rounded-card border border-line bg-paper p-4 sm:p-5"
              >
                <h3 className="text-base font-semibold">{opening.activity}</h3>
                {windowInWords(opening).map((sentence) => (
                  <p key={sentence} className="mt-1 text-sm text-ink-2">
                    {sentence}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {services.length > 0 && (
        <section aria-labelledby="services" className="mt-10 sm:mt-14">
          <h2 id="services">Les services</h2>
          <ul className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {services.map((service) => (
              <ServiceCard key={`${service.name} ${service.kind}`} service={service} />
            ))}
          </ul>
        </section>
      )}
      {tariffs.length > 0 && (
        <section aria-labelledby="tarifs" className="mt-10">
          <h2 id="tarifs">Les tarifs</h2>
          <p className="mt-1 max-w-prose text-ink-2">
            Le quotient familial est celui de la CAF ou de la MSA. Le prix exact s’affiche sur le calendrier avant
            chaque réservation.
          </p>
          <ul className="mt-3 grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {tariffs.map((tariff) => (
              <li key={tariff.label} className="rounded-card border border-line bg-paper">
                <TariffTable tariff={tariff} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {organization && (
        <section aria-labelledby="contact" className="mt-10">
          <h2 id="contact">Nous joindre</h2>
          <Card className="mt-3 p-4 sm:p-5">
            <OrganizationContact organization={organization} />
          </Card>
        </section>
      )}
    </>
  );
}

function Road({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card className="p-5">
      <h2>{title}</h2>
      {children}
    </Card>
  );
}

function HowToJoin({ organization }: { organization: Organization }) {
  return (
    <>
      <ButtonLink href="/inscription" wide className="mt-3">
        <UserPlus />
        Inscrire ma famille
      </ButtonLink>
      <p className="mt-2 text-center text-sm">
        <a href="/activation" className="inline-block py-1.5 text-primary-strong underline underline-offset-3">
          Déjà inscrit ? Recevoir mon lien d’activation
        </a>
      </p>
      {organization && (
        <p className="mt-2 border-t border-line pt-3 text-sm text-ink-2">
          Une question ? Écrivez à{" "}
          <a
            href={`mailto:${organization.email}`}
            className="font-semibold break-words text-primary-strong underline underline-offset-3"
          >
            {organization.email}
          </a>
          {organization.phone && (
            <>
              {" "}
              ou appelez le{" "}
              <a
                href={telephone(organization.phone)}
                className="font-semibold whitespace-nowrap text-primary-strong underline underline-offset-3"
              >
                {organization.phone}
              </a>
            </>
          )}
          .
        </p>
      )}
    </>
  );
}
