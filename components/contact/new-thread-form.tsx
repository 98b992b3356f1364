"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { useWritten } from "@/components/form/use-written";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { notify } from "@/components/ui/notify";
import { openThreadAction } from "@/lib/contact/actions";
import type { Contested } from "@/lib/contact/queries/contested";
import { subjectOptions } from "./contact-words";
import { FilesField } from "./files-field";
import { MessageField } from "./message-field";

type Named = { id: string; name: string };
type Props = {
  householdId: string;
  matters: { children: Named[]; activities: Named[] };
  subject?: string;
  /** What a family contests; the exchange is then about that and nothing else. */
  contested?: Contested | undefined;
  /** Drawn by the server: sent twice, it is one message. */
  clientKey: string;
  /** Where the new exchange is read. */
  path: "/contact" | "/admin/contact";
};

const optionsOf = (named: Named[], none: string) => [
  { value: "", label: none },
  ...named.map(({ id, name }) => ({ value: id, label: name })),
];

/** A message that begins an exchange: what it is about, then one's words. */
export function NewThreadForm({ householdId, matters, subject, contested, clientKey, path }: Props) {
  const router = useRouter();
  const area = useRef<HTMLTextAreaElement>(null);
  const written = useWritten(
    `${path}:${householdId}${contested ? `:${contested.invoiceLineId ?? contested.invoiceId}` : ""}`,
    area,
  );
  const { form, isDone, errorOf, summary, isPending } = useKeptForm(openThreadAction, (_, data) => {
    written.forget();
    notify("Votre message est envoyé.");
    const { threadId } = data as { threadId: string };
    router.push(`${path}/${threadId}`);
  });
  const field = (name: string) => ({ name, error: errorOf(name) });
  const isStaff = path === "/admin/contact";

  return (
    <form {...form} className="grid max-w-3xl gap-4">
      {isDone && (
        <Notice
          tone="success"
          role="status"
          title="Votre message est envoyé."
          action={<ButtonLink href={path}>Voir les échanges</ButtonLink>}
        />
      )}
      <FormSummary {...summary} />
      <HiddenFields fields={{ householdId, clientKey }} />
      {contested ? (
        <Subject contested={contested} />
      ) : (
        <Matter matters={matters} subject={subject} isStaff={isStaff} field={field} />
      )}
      <MessageField
        area={area}
        written={written}
        label="Message"
        hint={
          isStaff
            ? "Les deux parents du foyer le liront, et pourront y répondre."
            : contested
              ? "Dites ce qui ne va pas : l’agent a la facture et les pointages sous les yeux."
              : "La santé de votre enfant se note dans sa fiche santé, que seules les personnes autorisées lisent."
        }
        error={errorOf("body")}
      />
      <FilesField error={errorOf("files")} />
      <p>
        <SubmitButton variant="primary" pending={isPending}>
          Envoyer
        </SubmitButton>
      </p>
    </form>
  );
}

/** Nothing to choose: the exchange is about this invoice. */
function Subject({ contested: { title, invoiceId, invoiceLineId } }: { contested: Contested }) {
  return (
    <>
      <HiddenFields fields={{ subject: "invoice", invoiceId, ...(invoiceLineId && { invoiceLineId }) }} />
      <p className="rounded-small bg-sunk px-4 py-3 font-semibold">{title}</p>
    </>
  );
}

type MatterProps = Pick<Props, "matters" | "subject"> & {
  isStaff: boolean;
  field: (name: string) => { name: string; error: string | undefined };
};

/** What a message is about: a subject, and a child or an activity where one wants to say which. */
function Matter({ matters, subject, isStaff, field }: MatterProps) {
  return (
    <>
      <SelectField
        label="Sujet"
        options={[{ value: "", label: "Choisissez un sujet" }, ...subjectOptions]}
        defaultValue={subject}
        {...field("subject")}
      />
      {isStaff && <TextField label="Objet" maxLength={120} optional {...field("title")} />}
      <div className="grid gap-4 sm:grid-cols-2">
        {matters.children.length > 0 && (
          <SelectField
            label="Enfant"
            options={optionsOf(matters.children, "Toute la famille")}
            optional
            {...field("childId")}
          />
        )}
        {matters.activities.length > 0 && (
          <SelectField
            label="Activité"
            options={optionsOf(matters.activities, "Aucune en particulier")}
            optional
            {...field("activityId")}
          />
        )}
      </div>
    </>
  );
}
