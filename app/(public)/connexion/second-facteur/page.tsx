import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Enrolment } from "@/components/accounts/enrolment";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { beginEnrolment } from "@/lib/accounts/second-factor/begin-enrolment";
import { currentSession, halfOpenContext } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Second facteur" };

export default async function EnrolmentPage() {
  const session = await currentSession();
  if (session?.actor.kind !== "agent" || session.missing === "code") redirect("/connexion");
  // Once it is in place the page is drawn again around the recovery codes, which are on the screen only.
  const enrolment = session.missing === "enrolment" ? await beginEnrolment(await halfOpenContext()) : undefined;

  return (
    <Card className="mx-auto grid max-w-md gap-5 p-6 sm:p-8">
      <PageTitle
        title="Second facteur"
        lead="Vous travaillez sur les données des familles : un code de votre téléphone complète votre mot de passe."
      />
      <Enrolment enrolment={enrolment} />
    </Card>
  );
}
