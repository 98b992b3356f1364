/** What the card network answers; no `authResult` means that 3-D Secure failed before it was asked. */
export type TestCard = { number: string; label: string; authResult: string; accepted: boolean };

const accepted = (number: string, label: string): TestCard => ({ number, label, authResult: "00", accepted: true });
const refused = (number: string, label: string, authResult: string): TestCard => ({
  number,
  label,
  authResult,
  accepted: false,
});

/** The card's number decides what happens; any other is not a test card. */
const testCards: readonly TestCard[] = [
  accepted("4970100000000000", "Acceptée avec 3-D Secure"),
  accepted("4970100000000001", "Acceptée"),
  accepted("4970100000000003", "Acceptée"),
  accepted("4970100000000007", "Acceptée"),
  accepted("4970100000000009", "Acceptée"),
  refused("4970100000000098", "Refusée : provision insuffisante ou plafond dépassé (51)", "51"),
  refused("4970100000000099", "Refusée : ne pas honorer (05)", "05"),
  refused("4970100000000054", "Refusée : carte expirée (54)", "54"),
  refused("4970100000000002", "Refusée : contacter l’émetteur (02)", "02"),
  refused("4970100000000097", "Échec de l’authentification 3-D Secure", ""),
];

/** One card for each thing that can happen: what the payer's page offers. */
export const offeredCards: readonly TestCard[] = testCards.filter(
  ({ label }, rank) => testCards.findIndex((card) => card.label === label) === rank,
);

export const findTestCard = (number: string): TestCard | undefined => testCards.find((card) => card.number === number);
