import type { Metadata } from "next";
import { ExpiredLink } from "@/components/accounts/expired-link";
import { NewPasswordForm } from "@/components/accounts/new-password-form";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { findPasswordReset } from "@/lib/accounts/queries";
import { sessionContext } from "@/lib/auth/session";

/** The address holds a key: no search engine may keep it. */
export const metadata: Metadata = {
  title: "Nouveau mot de passe",
  robots: { index: false },
};

type Props = { params: Promise<{ token: string }> };

export default async function NewPasswordPage({ params }: Props) {
  const { token } = await params;
  const reset = await findPasswordReset(await sessionContext(), token);

  return (
    <Card className="mx-auto grid max-w-md gap-5 p-6 sm:p-8">
      <PageTitle title="Nouveau mot de passe" />
      {reset ? <NewPasswordForm token={token} email={reset.email} /> : <ExpiredLink />}
    </Card>
  );
}
