import { DomainError, type ErrorCode } from "@/lib/core/errors";
import type { RequestOf } from "./service";

type Creation = RequestOf<"creerPaiementSecurise">;

const MIN_CENTS = 100;
const MAX_CENTS = 10_000_000;

const isAddress = (value: string) => value.length < 250 && /^https?:\/\//.test(value) && URL.canParse(value);

const formats: Record<keyof Creation, (value: string) => boolean> = {
  exer: (value) => /^\d{4}$/.test(value),
  mel: (value) => /^[^\s@]+@[^\s@]+$/.test(value) && value.length >= 6 && value.length <= 80,
  montant: (value) => /^[1-9]\d*$/.test(value) && Number(value) >= MIN_CENTS && Number(value) <= MAX_CENTS,
  numcli: (value) => /^\d{6}$/.test(value),
  objet: (value) => /^[A-Za-z0-9 ]{1,100}$/.test(value),
  refdet: (value) => /^[A-Za-z0-9]{6,30}$/.test(value),
  saisie: (value) => /^[TXW]$/.test(value),
  urlnotif: isAddress,
  urlredirect: isAddress,
};

export const isAccepted = (field: keyof Creation, value: string): boolean => formats[field](value);

/** Refuses before calling what the service would refuse: only amount and address can be the payer's doing. */
export function assertAccepted(creation: Creation): void {
  const amount = Number(creation.montant);
  if (amount < MIN_CENTS) throw new DomainError("amount_too_small", { amount });
  if (amount > MAX_CENTS) throw new DomainError("amount_too_large", { amount });

  for (const field of Object.keys(formats) as (keyof Creation)[]) {
    if (!isAccepted(field, creation[field])) throw new DomainError(refusalOf(field), { field });
  }
}

const refusalOf = (field: keyof Creation): ErrorCode =>
  field === "mel" ? "payer_email_refused" : "gateway_misconfigured";
