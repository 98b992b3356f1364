import type { Metadata } from "next";
import type { ReactNode } from "react";
import "./simulateurs.css";
import "./fields.css";

export const metadata: Metadata = { title: { absolute: "Paiement de test" }, robots: { index: false, follow: false } };

export default function SimulatorsLayout({ children }: { children: ReactNode }) {
  return <div className="bank">{children}</div>;
}
