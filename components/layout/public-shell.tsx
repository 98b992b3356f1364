import { LogIn } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import type { BrandView } from "@/lib/core/organization";
import { Brand } from "./brand";
import { DemoRibbon } from "./demo-ribbon";
import { Footer } from "./footer";
import { mainProps, SkipLink } from "./skip-link";

type Props = { organization: BrandView; demo: boolean; children: ReactNode };

/** What stands around the pages that everyone may read. */
export function PublicShell({ organization, demo, children }: Props) {
  return (
    <div className="group/page flex min-h-dvh flex-col">
      <SkipLink />
      {demo && <DemoRibbon />}
      <header className="border-b border-line bg-paper print:hidden">
        <div className="mx-auto flex min-h-14 max-w-page items-center justify-between gap-3 px-4 sm:px-6 lg:min-h-16">
          <Brand {...organization} subtitle="Portail Famille" href="/" />
          <ButtonLink
            href="/connexion"
            size="small"
            className="shrink-0 group-has-[[autocomplete=current-password]]/page:hidden"
          >
            <LogIn className="size-4" />
            Se connecter
          </ButtonLink>
        </div>
      </header>
      <main {...mainProps} className="mx-auto w-full max-w-page flex-1 px-4 py-6 sm:px-6 sm:py-10">
        {children}
      </main>
      <Footer organization={organization} />
    </div>
  );
}
