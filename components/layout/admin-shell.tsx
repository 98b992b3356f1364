import { LayoutDashboard, LogOut, type LucideIcon, Mail } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { AccountView } from "./account-menu";
import { Brand } from "./brand";
import { DemoRibbon } from "./demo-ribbon";
import { mainProps, SkipLink } from "./skip-link";

export type AdminShellView = {
  organization: { name: string; shortName: string };
  account: AccountView;
  demo: boolean;
};

type AdminPlace = "tableau-de-bord" | "messages";

const places: Record<AdminPlace, { href: string; label: string; icon: LucideIcon }> = {
  "tableau-de-bord": { href: "/admin", label: "Tableau de bord", icon: LayoutDashboard },
  messages: { href: "/admin/messages/envois", label: "Messages envoyés", icon: Mail },
};

type Props = { shell: AdminShellView; current?: AdminPlace; children: ReactNode };

/** What stands around every page of the staff: places on the side, work on the rest. */
export function AdminShell({ shell, current, children }: Props) {
  const { organization, account, demo } = shell;
  return (
    <>
      <SkipLink />
      {demo && <DemoRibbon />}
      <div className="lg:grid lg:min-h-dvh lg:grid-cols-[14.5rem_1fr]">
        <header className="flex flex-wrap items-center gap-x-4 border-line bg-paper p-3 max-lg:border-b lg:sticky lg:top-0 lg:h-dvh lg:flex-col lg:flex-nowrap lg:items-stretch lg:border-r lg:pt-5 print:hidden">
          <div className="lg:mb-5 lg:px-2">
            <Brand {...organization} name={organization.shortName} subtitle="Espace structure" href="/admin" />
          </div>
          <nav aria-label="Menu principal" className="max-lg:order-3 max-lg:w-full">
            <ul className="flex flex-wrap gap-1 lg:flex-col">
              {Object.entries(places).map(([place, { href, label, icon: Icon }]) => (
                <li key={place}>
                  <Link
                    prefetch={false}
                    href={href}
                    aria-current={place === current ? "page" : undefined}
                    className="flex items-center gap-3 rounded-control px-2.5 py-2 text-sm font-medium whitespace-nowrap text-ink-2 no-underline hover:bg-sunk hover:text-ink aria-[current]:bg-primary-soft aria-[current]:font-semibold aria-[current]:text-primary-strong"
                  >
                    <Icon />
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
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
