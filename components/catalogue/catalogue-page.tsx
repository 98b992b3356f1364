import type { ReactNode } from "react";
import { AdminShell, type AdminShellView } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Crumbs } from "./crumbs";

type Props = {
  shell: AdminShellView;
  place: "services" | "regies" | "tarifs";
  crumbs?: { href: string; label: string }[];
  title: string;
  lead?: ReactNode;
  /** What one may do, on the right of the title. */
  acts?: ReactNode;
  children: ReactNode;
};

const roots = {
  services: { href: "/admin/catalogue", label: "Services" },
  tarifs: { href: "/admin/catalogue/tarifs", label: "Tarifs" },
  regies: { href: "/admin/catalogue/regies", label: "Régies" },
};

/** A page of the catalogue below its lists. */
export function CataloguePage({ shell, place, crumbs = [], title, lead, acts, children }: Props) {
  return (
    <AdminShell shell={shell} current={place}>
      <Crumbs steps={[roots[place], ...crumbs]} />
      <PageTitle title={title} lead={lead}>
        {acts}
      </PageTitle>
      <div className="grid max-w-260 gap-4">{children}</div>
    </AdminShell>
  );
}
