import type { Metadata } from "next";
import { ResumeForm } from "@/components/accounts/sign-up/resume-form";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";

/** The address holds a key: no search engine may keep it. Opening it changes nothing: mail filters open links too. */
export const metadata: Metadata = { title: "Reprendre mon inscription", robots: { index: false } };

type Props = { params: Promise<{ lien: string }> };

export default async function ResumePage({ params }: Props) {
  const { lien } = await params;
  return (
    <Card className="mx-auto grid max-w-md gap-2 p-6 sm:p-8">
      <PageTitle
        title="Reprendre mon inscription"
        lead="Ce que vous avez saisi vous attend. Vous continuerez sur cet appareil."
      />
      <ResumeForm link={lien} />
    </Card>
  );
}
