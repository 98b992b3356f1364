import type { Metadata } from "next";
import { AnswerEmailChange } from "@/components/accounts/email-change/answer-email-change";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { findEmailChange } from "@/lib/accounts/email-change/queries";
import { visitorContext } from "@/lib/auth/session";

/** The address holds a key: no search engine may keep it. */
export const metadata: Metadata = { title: "Changement d’adresse e-mail", robots: { index: false } };

type Props = { params: Promise<{ token: string }> };

export default async function EmailChangePage({ params }: Props) {
  const { token } = await params;
  const change = await findEmailChange(visitorContext(), token);

  return (
    <Card className="mx-auto grid max-w-md gap-5 p-6 sm:p-8">
      <PageTitle title="Changement d’adresse e-mail" />
      <AnswerEmailChange token={token} asked={change && askedOf(change)} />
    </Card>
  );
}

type Change = NonNullable<Awaited<ReturnType<typeof findEmailChange>>>;

/** Whoever reads the new mailbox need not be the holder of the account: the old address is none of their business. */
const askedOf = ({ side, oldEmail, newEmail, isConfirmed }: Change) => ({
  side,
  oldEmail: side === "old" ? oldEmail : "",
  newEmail,
  isConfirmed,
});
