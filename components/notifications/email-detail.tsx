import { ExternalLink, FileText } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { instantInWords } from "@/lib/core/format-date";
import type { EmailDetail as Email } from "@/lib/notifications/queries";
import { EmailState } from "./email-status";
import { RetryForm } from "./retry-form";

type Props = { email: Email; receiptHref: string | undefined; mayRetry: boolean };

const failures: Partial<Record<Email["status"], { tone: "error" | "info"; title: string }>> = {
  failed: { tone: "error", title: "Ce message n’est pas parti" },
  withheld: { tone: "info", title: "Ce message n’a pas été envoyé" },
};

/** One message as it was written, what became of it, and what went with it. */
export function EmailDetail({ email, receiptHref, mayRetry }: Props) {
  const { id, recipient, label, status, createdAt, sentAt, tries, lastError, attachmentName, html, text } = email;
  const failure = failures[status] ?? { tone: "warning" as const, title: "Le dernier essai a échoué" };
  const retry = <RetryForm emailId={id} label="Renvoyer" />;
  return (
    <div className="grid gap-5">
      <Card className="p-5">
        <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-2 lg:grid-cols-3">
          <Field label="Destinataire">{recipient}</Field>
          <Field label="Modèle">{label}</Field>
          <Field label="État">
            <EmailState status={status} />
          </Field>
          <Field label="Écrit le">{instantInWords(createdAt)}</Field>
          {sentAt && <Field label="Envoyé le">{instantInWords(sentAt)}</Field>}
          <Field label="Essais">{tries}</Field>
          {attachmentName && (
            <Field label="Pièce jointe">
              <span className="inline-flex items-center gap-2">
                <FileText className="size-4" />
                {receiptHref ? (
                  <a href={receiptHref} className="text-primary-strong underline underline-offset-3">
                    {attachmentName}
                  </a>
                ) : (
                  attachmentName
                )}
              </span>
            </Field>
          )}
        </dl>
      </Card>
      {lastError && (
        <Notice tone={failure.tone} title={failure.title} action={mayRetry && status === "failed" && retry}>
          {lastError}
        </Notice>
      )}
      {html ? <Content id={id} html={html} text={text} /> : <Absent email={email} />}
    </div>
  );
}

/** A sandboxed frame: no script, nothing from elsewhere; links open in a tab of their own. */
function Content({ id, html, text }: { id: string; html: string; text: string | null }) {
  return (
    <>
      <Card className="overflow-hidden">
        <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-5 py-3">
          <h2>Message</h2>
          <ButtonLink href={`/admin/messages/envois/${id}/contenu`} target="_blank" size="small" variant="ghost">
            <ExternalLink className="size-4" />
            Ouvrir dans un onglet
          </ButtonLink>
        </div>
        <iframe
          title="Contenu du message"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={html}
          className="block h-160 w-full bg-white"
        />
      </Card>
      <Card className="p-5">
        <h2 className="mb-3">Version texte</h2>
        <pre className="font-sans text-sm wrap-anywhere whitespace-pre-wrap">{text}</pre>
      </Card>
    </>
  );
}

function Absent({ email: { hidden, status } }: { email: Email }) {
  if (hidden) {
    return (
      <Notice tone="info" title="Contenu masqué">
        Ce message porte la clé d’un compte : seule l’administration peut le lire.
      </Notice>
    );
  }
  if (status === "queued") return <Notice tone="info" title="Message pas encore écrit" />;
  return (
    <Notice tone="info" title="Contenu absent">
      Un message est vidé au bout d’un an, et dès l’envoi s’il portait la clé d’un compte ; non envoyé, il n’est pas
      toujours écrit.
    </Notice>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-ink-2">{label}</dt>
      <dd className="font-medium break-words">{children}</dd>
    </div>
  );
}
