import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CodeForm } from "@/components/accounts/code-form";
import { PageTitle } from "@/components/layout/page-title";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { localPath } from "@/lib/auth/rules";
import { currentSession } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Second facteur" };

type Props = { searchParams: Promise<{ retour?: string }> };

export default async function CodePage({ searchParams }: Props) {
  const session = await currentSession();
  if (session?.missing !== "code") redirect("/connexion");
  const { retour } = await searchParams;

  return (
    <Card className="mx-auto grid max-w-md gap-5 p-6 sm:p-8">
      <PageTitle title="Second facteur" lead="Votre mot de passe est bon. Il reste un code à saisir." />
      <CodeForm retour={localPath(retour)} />
      <form method="post" action="/deconnexion">
        <Button type="submit" variant="ghost" size="inline">
          Ce n’est pas moi : revenir à la connexion
        </Button>
      </form>
    </Card>
  );
}
