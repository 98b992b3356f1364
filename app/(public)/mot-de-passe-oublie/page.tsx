import type { Metadata } from "next";
import { ForgottenPasswordForm } from "@/components/accounts/forgotten-password-form";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";

export const metadata: Metadata = { title: "Mot de passe oublié" };

export default function ForgottenPasswordPage() {
  return (
    <Card className="mx-auto grid max-w-md gap-5 p-6 sm:p-8">
      <PageTitle title="Mot de passe oublié" lead="Nous vous envoyons un lien pour en choisir un nouveau." />
      <ForgottenPasswordForm />
      <p>
        <Link href="/connexion" className="underline underline-offset-3">
          Revenir à la connexion
        </Link>
      </p>
    </Card>
  );
}
