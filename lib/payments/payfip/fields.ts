import type { ErrorCode } from "@/lib/core/errors";
import type { RequestOf } from "./service";

type Creation = RequestOf<"creerPaiementSecurise">;

export const MIN_CENTS = 100;
export const MAX_CENTS = 10_000_000;

const matches = (pattern: RegExp) => (value: string) => pattern.test(value);
const webAddress = (value: string) => value.length < 250 && /^https?:$/.test(URL.parse?.(value)?.protocol ?? "");

const formats: Record<keyof Creation, (value: string) => boolean> = {
  exer: matches(/^\d{4}$/),
  mel: (value) => value.length >= 6 && value.length <= 80 && /^[^\s@]+@[^\s@]+$/.test(value),
  montant: (value) => /^[1-9]\d*$/.test(value) && Number(value) >= MIN_CENTS && Number(value) <= MAX_CENTS,
  numcli: matches(/^\d{6}$/),
  objet: matches(/^[A-Za-z0-9 ]{1,100}$/),
  refdet: matches(/^[A-Za-z0-9]{6,30}$/),
  saisie: matches(/^[TXW]$/),
  urlnotif: webAddress,
  urlredirect: webAddress,
};

export const isAccepted = (field: keyof Creation, value: string): boolean => formats[field](value);
