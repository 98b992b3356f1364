import { LogOut } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { BrandView } from "@/lib/core/organization";
import type { AccountView } from "./account-menu";
import { AdminMenu } from "./admin-menu";
import { AdminNav } from "./admin-nav";
import type { AdminPlace } from "./admin-places";
import { Brand } from "./brand";
import { CommandPalette } from "./command-palette";
import { DemoRibbon } from "./demo-ribbon";
import { mainProps, SkipLink } from "./skip-link";

export type AdminShellView = {
  organization: BrandView;
  account: AccountView;
  demo: boolean;
  /** The places this agent may open, in order, and how much waits there. */
  places: { place: string; count: number }[];
};

type Props = { shell: AdminShellView; current?: AdminPlace; children: ReactNode };

/** What stands around every page of the staff: places on the side, work on the rest. */
export function AdminShell({ shell, current, children }: Props) {
  const { organization, account, demo, places } = shell;
  return (
    <>
      <SkipLink />
      {demo && <DemoRibbon />}
      <div className="lg:grid lg:min-h-dvh lg:grid-cols-[14.5rem_1fr] print:block">
        <header
          className={`z-20 flex items-center gap-2 border-line bg-paper p-3 max-lg:relative max-lg:border-b tall:max-lg:sticky tall:max-lg:top-0 lg:sticky lg:top-0 lg:flex-col lg:items-stretch lg:border-r lg:pt-5 print:hidden ${demo ? "lg:h-[calc(100dvh-2rem)]" : "lg:h-dvh"}`}
        >
          <div className="min-w-0 max-lg:mr-auto lg:mb-3 lg:px-2">
            <Brand {...organization} name={organization.shortName} subtitle="Espace structure" href="/admin" />
          </div>
          <CommandPalette
            places={places.map(({ place }) => place)}
            searchPath={places.some(({ place }) => place === "familles") ? "/admin/familles/recherche" : undefined}
          />
          <AdminMenu>
            <AdminNav places={places} current={current} />
            <form method="post" action="/deconnexion" className="border-t border-line px-2 pt-3 lg:mt-auto">
              <p className="mb-2 text-sm leading-snug break-words">
                <span className="block font-semibold">{account.displayName}</span>
                <span className="text-xs text-ink-2">{account.email}</span>
              </p>
              <Button type="submit" size="small">
                <LogOut className="size-4" />
                Se déconnecter
              </Button>
            </form>
          </AdminMenu>
        </header>
        <main {...mainProps} className="min-w-0 px-4 py-6 lg:px-7 print:p-0">
          {children}
        </main>
      </div>
    </>
  );
}
