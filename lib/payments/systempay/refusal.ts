/** What a family may read of a network's `vads_auth_result`: never that a card was stolen or a fraud suspected. */
export const refusalSentence = (authResult?: string): string =>
  authResult === "51" || authResult === "61"
    ? "Paiement refusé par votre banque : plafond ou provision."
    : "Paiement refusé par votre banque.";
