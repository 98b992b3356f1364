"use client";

import { TextField } from "@/components/form/text-field";
import { changeSenderAction } from "@/lib/organization/actions";
import { SettingsForm } from "./settings-form";

type Props = { values: Record<string, string | null>; name: string; email: string };

export function SenderForm({ values, name, email }: Props) {
  return (
    <SettingsForm action={changeSenderAction} values={values}>
      {(field) => (
        <>
          <TextField
            label="Nom de l’expéditeur des messages"
            optional
            hint={`Vide : « ${name} ».`}
            {...field("senderName")}
          />
          <TextField
            label="Adresse à laquelle les familles répondent"
            type="email"
            optional
            hint={`Vide : ${email}.`}
            {...field("replyTo")}
          />
          <TextField
            label="Mention de TVA sur les factures"
            optional
            hint="Par exemple « TVA non applicable, article 256 B du CGI »."
            {...field("vatMention")}
          />
        </>
      )}
    </SettingsForm>
  );
}
