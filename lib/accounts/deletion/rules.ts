/** What the law makes the structure keep, and how long (handbook §7.1): said before one asks. */
export const retention: { what: string; until: string }[] = [
  { what: "Nom, adresse, contacts, école, garde", until: "Effacés à la suppression." },
  { what: "Fiches santé, autorisations de sortie, documents envoyés", until: "Effacés à la suppression." },
  { what: "Messages échangés avec la structure", until: "Effacés à la suppression." },
  {
    what: "Factures, reçus et écritures de compte",
    until: "Gardés 10 ans, c’est la loi : lisibles par la seule régie, tels qu’ils ont été émis.",
  },
  {
    what: "Présences de vos enfants",
    until: "Gardées sans nom, pour les comptes de la structure et ses déclarations.",
  },
  {
    what: "Journal des actions",
    until: "Gardé 11 ans : il dit qui a fait quoi, et quand. Ce qu’il disait de vous est effacé à la suppression.",
  },
];

export type Obstacle = "reservations" | "money";

export const obstacleWords: Record<Obstacle, { label: string; help: string; href: string }> = {
  reservations: {
    label: "Des réservations sont à venir.",
    help: "Annulez-les d’abord, ou attendez qu’elles soient passées.",
    href: "/reservations",
  },
  money: {
    label: "Le compte de la famille n’est pas à zéro.",
    help: "Payez ce qui reste dû, ou demandez le remboursement de votre crédit à la structure.",
    href: "/prepaiements",
  },
};
