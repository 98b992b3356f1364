import type { Metadata } from "next";
import { Verification } from "@/components/billing/certificates/verification";
import { TextField } from "@/components/form/text-field";
import { PageTitle } from "@/components/layout/page-title";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/auth/define-action";
import { requestOrigin } from "@/lib/auth/request-origin";
import { verificationInput } from "@/lib/billing/certificates/input";
import { verifyCertificate } from "@/lib/billing/certificates/verify-certificate";
import { systemContext } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

export const metadata: Metadata = { title: "Vérifier une attestation", robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** For the tax office, the CAF or an employer, who hold a copy and no account. */
export default async function VerificationPage({ searchParams }: Props) {
  const { numero, code } = verificationInput.parse(await searchParams);
  const isAsked = numero !== "" || code !== "";
  const { certificate, refusal } = isAsked ? await verify({ numero, code }) : {};

  return (
    <Card className="mx-auto grid max-w-xl gap-5 p-6 sm:p-8">
      <PageTitle title="Vérifier une attestation" lead="Le numéro et le code sont imprimés au bas de l’attestation." />
      {certificate && <Verification certificate={certificate} />}
      {refusal && <Notice tone="error" role="alert" title={refusal} />}
      {isAsked && !certificate && !refusal && (
        <Notice tone="error" role="alert" title="Aucune attestation ne porte ce numéro avec ce code.">
          Relisez-les sur votre exemplaire. S’ils sont bien recopiés, ce document n’a pas été émis ici.
        </Notice>
      )}
      <form className="grid gap-4">
        <TextField name="numero" label="Numéro" defaultValue={numero} autoComplete="off" placeholder="ATF2026-00001" />
        <TextField name="code" label="Code" defaultValue={code} autoComplete="off" />
        <div>
          <Button type="submit" variant={certificate ? "secondary" : "primary"}>
            Vérifier
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** The answer, or the sentence that tells to wait. */
async function verify(copied: { numero: string; code: string }) {
  const { network } = await requestOrigin();
  try {
    return { certificate: await verifyCertificate(systemContext("public-pages"), copied, network) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { refusal: refusalOf(error).message };
  }
}
