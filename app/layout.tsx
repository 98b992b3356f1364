import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { visitorContext } from "@/lib/auth/session";
import { findTheme } from "@/lib/organization/queries/theme";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Portail Famille", template: "%s · Portail Famille" },
  description: "Réserver, payer et suivre les services de vos enfants : accueil périscolaire, restauration, loisirs.",
  icons: { icon: "/favicon.svg" },
  manifest: "/manifest.webmanifest",
  formatDetection: { telephone: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#171c30" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Drawn for each request: its scripts carry a nonce that serves once.
  await connection();
  const theme = await findTheme(visitorContext());
  return (
    <html lang="fr">
      {/* Before anything is drawn, so that no page changes its colour under one's eyes. */}
      <head>{theme ? <style>{theme}</style> : null}</head>
      <body>{children}</body>
    </html>
  );
}
