import { LogOut } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { AccountView } from "./account-menu";
import { AdminNav } from "./admin-nav";
import type { AdminPlace } from "./admin-places";
import { Brand } from "./brand";
import { CommandPalette } from "./command-palette";
import { DemoRibbon } from "./demo-ribbon";
import { mainProps, SkipLink } from "./skip-link";

export type AdminShellView = {
  organization: { name: string; shortName: string };
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
      <div className="lg:grid lg:min-h-dvh lg:grid-cols-[14.5rem_1fr]">
        <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line bg-paper p-3 max-lg:border-b lg:sticky lg:top-0 lg:h-dvh lg:flex-col lg:flex-nowrap lg:items-stretch lg:border-r lg:pt-5 print:hidden">
          <div className="lg:mb-3 lg:px-2">
            <Brand {...organization} name={organization.shortName} subtitle="Espace structure" href="/admin" />
          </div>
          <CommandPalette
            places={places.map(({ place }) => place)}
            searchPath={places.some(({ place }) => place === "familles") ? "/admin/familles/recherche" : undefined}
          />
          <AdminNav places={places} current={current} />
          <form
            method="post"
            action="/deconnexion"
            className="ml-auto flex items-center gap-3 lg:mt-auto lg:ml-0 lg:block lg:px-2"
          >
            <p className="text-sm leading-snug break-words max-sm:hidden lg:mb-2">
              <span className="block font-semibold">{account.displayName}</span>
              <span className="text-xs text-ink-2">{account.email}</span>
            </p>
            <Button type="submit" size="small">
              <LogOut className="size-4" />
              <span className="max-sm:sr-only">Se déconnecter</span>
            </Button>
          </form>
        </header>
        <main {...mainProps} className="min-w-0 px-4 py-6 lg:px-7">
          {children}
        </main>
      </div>
    </>
  );
}
