import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { landingOf, localPath } from "@/lib/auth/rules";
import { currentSession } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Connexion" };

const news: Record<string, string> = {
  deconnecte: "Vous êtes déconnecté.",
  "mot-de-passe": "Votre mot de passe est changé. Connectez-vous avec le nouveau.",
};

type Props = { searchParams: Promise<{ retour?: string; etat?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const [session, { retour, etat }] = await Promise.all([currentSession(), searchParams]);
  const asked = localPath(String(retour));
  if (session) redirect(landingOf(session.actor.kind, asked));
  const told = news[String(etat)];

  return (
    <Card className="mx-auto grid max-w-md gap-5 p-6 sm:p-8">
      <PageTitle title="Connexion" lead="Avec l’adresse e-mail de votre compte." />
      {told && <Notice tone="success" role="status" title={told} />}
      <SignInForm retour={asked} />
      <p>
        <Link href="/mot-de-passe-oublie" className="underline underline-offset-3">
          Mot de passe oublié ?
        </Link>
      </p>
    </Card>
  );
}
