import type { ReactNode } from "react";
import type { BrandView } from "@/lib/core/organization";
import type { CartSummary } from "@/lib/reservations/rules";
import type { AccountView } from "./account-menu";
import { BottomBar } from "./bottom-bar";
import { DemoRibbon } from "./demo-ribbon";
import { FamilyBand, type FamilyView } from "./family-band";
import { FamilyHeader } from "./family-header";
import type { FamilyPlace } from "./family-places";
import { Footer } from "./footer";
import type { HomeView } from "./household-switcher";
import { mainProps, SkipLink } from "./skip-link";

/** What stands around every page of a family: plain data, read by the page behind its gate. */
export type ShellView = {
  organization: BrandView;
  family: FamilyView;
  /** The households of who is signed in, when there are several. */
  homes: HomeView[];
  cart: CartSummary;
  /** Exchanges that hold something not read yet. */
  unreadThreads: number;
  account: AccountView;
  /** Demonstration mode: nothing here is real. */
  demo: boolean;
};

type Props = { shell: ShellView; current?: FamilyPlace; children: ReactNode };

export function FamilyShell({ shell, current, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      {shell.demo && <DemoRibbon />}
      <FamilyHeader shell={shell} current={current} />
      <FamilyBand family={shell.family} />
      <main {...mainProps} className="mx-auto w-full max-w-page flex-1 px-4 py-6 sm:px-6 sm:pt-7 sm:pb-12">
        {children}
      </main>
      <Footer organization={shell.organization} />
      <BottomBar shell={shell} current={current} />
    </div>
  );
}
