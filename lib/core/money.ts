const euros = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR" });

/** "1 234,50 €" from integer cents, with the non-breaking spaces French wants. */
export const formatEuros = (cents: number): string => euros.format(cents / 100);
