"use client";

import { FailurePage } from "@/components/layout/failure-page";
import "./globals.css";

export default function GlobalErrorPage(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="fr">
      <body>
        <title>Erreur · Portail Famille</title>
        <FailurePage {...props} />
      </body>
    </html>
  );
}
