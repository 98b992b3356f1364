"use client";

import { useState } from "react";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { OfficeDetail } from "@/lib/catalogue/offices/queries";
import { gatewayChoices } from "./catalogue-words";
import type { FieldOf } from "./editor-form";

const payfipModes = [
  { value: "T", label: "Test" },
  { value: "X", label: "Activation (un premier vrai paiement)" },
  { value: "W", label: "Production" },
];
const shopModes = [
  { value: "TEST", label: "Test" },
  { value: "PRODUCTION", label: "Production" },
];

type Props = { office?: OfficeDetail; field: FieldOf; email?: string | undefined };

/** A régie and how it is paid online; the shop's key is typed once and never shown again. */
export function OfficeFields({ office, field, email }: Props) {
  const [gateway, setGateway] = useState<string>(office?.gateway ?? "payfip");
  const settings = office?.settings;
  const payfip = settings && "numcli" in settings ? settings : undefined;
  const shop = settings && "siteId" in settings ? settings : undefined;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField label="Nom de la régie" defaultValue={office?.name} {...field("name")} />
      <TextField label="Régisseur" autoComplete="off" defaultValue={office?.officerName} {...field("officerName")} />
      <TextField
        label="E-mail de la régie"
        type="email"
        autoComplete="off"
        hint="Elle reçoit les alertes de paiement."
        defaultValue={office?.email ?? email}
        {...field("email")}
      />
      <SelectField
        label="Service de paiement"
        options={gatewayChoices}
        value={gateway}
        onChange={(event) => setGateway(event.target.value)}
        {...field("gateway")}
      />
      {gateway === "payfip" ? (
        <>
          <TextField
            label="Numéro de client PayFiP"
            inputMode="numeric"
            maxLength={6}
            hint="Six chiffres, sur la convention signée avec la DGFiP."
            defaultValue={payfip?.numcli}
            {...field("numcli")}
          />
          <SelectField
            label="Mode de PayFiP"
            options={payfipModes}
            defaultValue={payfip?.saisie}
            {...field("saisie")}
          />
        </>
      ) : (
        <>
          <TextField
            label="Identifiant de boutique"
            inputMode="numeric"
            maxLength={8}
            hint="Huit chiffres, dans le back-office de la banque."
            defaultValue={shop?.siteId}
            {...field("siteId")}
          />
          <SelectField label="Mode de la boutique" options={shopModes} defaultValue={shop?.mode} {...field("mode")} />
          <TextField
            label="Clé de la boutique"
            type="password"
            autoComplete="off"
            optional={office?.hasKey}
            hint={
              office?.hasKey
                ? "Une clé est enregistrée et chiffrée. Laissez vide pour la garder."
                : "La clé HMAC-SHA-256 de ce mode. Elle est chiffrée et ne sera plus jamais affichée."
            }
            {...field("key")}
          />
        </>
      )}
    </div>
  );
}
