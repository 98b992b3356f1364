import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { landingOf, localPath, stepPages } from "@/lib/auth/rules";
import { currentSession } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Connexion" };

const news: Record<string, string> = {
  "portail-ouvert": "Votre portail est en place. Connectez-vous avec votre mot de passe pour le régler.",
  "compte-ouvert": "Votre accès est ouvert. Connectez-vous avec votre mot de passe.",
  deconnecte: "Vous êtes déconnecté.",
  "mot-de-passe": "Votre mot de passe est changé. Connectez-vous avec le nouveau.",
};

const ways = [
  ["/mot-de-passe-oublie", "Mot de passe oublié ?"],
  ["/activation", "Déjà inscrit, sans compte ? Recevoir mon lien d’activation"],
  ["/inscription", "Inscrire ma famille"],
] as const;

type Props = { searchParams: Promise<{ retour?: string; etat?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const [session, { retour, etat }] = await Promise.all([currentSession(), searchParams]);
  const asked = localPath(String(retour));
  if (session?.missing) redirect(stepPages[session.missing]);
  if (session) redirect(landingOf(session.actor.kind === "agent" ? "agent" : "guardian", asked));
  const told = news[String(etat)];

  return (
    <Card className="mx-auto grid max-w-md gap-5 p-6 sm:p-8">
      <PageTitle title="Connexion" lead="Avec l’adresse e-mail de votre compte." />
      {told && <Notice tone="success" role="status" title={told} />}
      <SignInForm retour={asked} />
      <ul className="grid gap-2">
        {ways.map(([href, label]) => (
          <li key={href}>
            <Link href={href} className="underline underline-offset-3">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
