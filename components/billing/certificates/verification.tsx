import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import type { VerifiedCertificate } from "@/lib/billing/certificates/queries/verified";
import { hoursInWords } from "@/lib/billing/certificates/rules";
import { dateInWords } from "@/lib/core/format-date";

type Verified = NonNullable<VerifiedCertificate>;

const titles = {
  fiscale: "Attestation fiscale",
  presence: "Attestation de présence",
  paiement: "Attestation de paiement",
} satisfies Record<Verified["content"]["kind"], string>;

/** What a certificate really says, to be compared with the copy at hand. */
export function Verification({ certificate }: { certificate: Verified }) {
  const { number, issuedOn, organization, payer, content, isReplaced } = certificate;
  return (
    <div className="grid gap-5">
      <Notice tone="success" role="status" title="Cette attestation est authentique.">
        Elle a été émise par {organization} le {dateInWords(issuedOn)}. Comparez ce qui suit avec votre exemplaire.
      </Notice>
      {isReplaced && (
        <Notice tone="warning" title="Une attestation plus récente existe pour la même année.">
          Les sommes ont changé depuis celle-ci : demandez la nouvelle à la famille.
        </Notice>
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        <Fact label="Attestation">
          {titles[content.kind]} n° {number}
        </Fact>
        <Fact label="Établie pour">{payer}</Fact>
        <Says content={content} />
      </dl>
    </div>
  );
}

function Says({ content }: { content: Verified["content"] }) {
  if (content.kind === "fiscale") {
    return (
      <>
        <Fact label="Enfant">
          {content.child}, né(e) le {dateInWords(content.birthDate)}
        </Fact>
        <Fact label={`Payé en ${content.year}`}>
          <Money cents={content.cents} />
        </Fact>
      </>
    );
  }
  const period = `du ${dateInWords(content.from)} au ${dateInWords(content.to)}`;
  if (content.kind === "presence") {
    return (
      <>
        <Fact label="Enfant">{content.child}</Fact>
        <Fact label="Période">{period}</Fact>
        <Fact label="Présence">{hoursInWords(content.rows.reduce((sum, { minutes }) => sum + minutes, 0))}</Fact>
      </>
    );
  }
  return (
    <>
      <Fact label="Période">{period}</Fact>
      <Fact label="Payé">
        <Money cents={content.rows.reduce((sum, { cents }) => sum + cents, 0)} />
      </Fact>
    </>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{label}</dt>
      <dd className="font-semibold">{children}</dd>
    </>
  );
}
