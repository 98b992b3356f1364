/** Everything a person can understand and act upon, with the French sentence they read. Anything else is a bug. */
const sentences = {
  unauthenticated: "Connectez-vous pour continuer.",
  forbidden: "Vous n’avez pas le droit de faire cela.",
  observing: "Vous regardez l’espace de cette famille : vous ne pouvez rien y changer.",
  own_rights: "Personne ne change ses propres droits : demandez à un autre administrateur.",
  wrong_code: "Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant.",
  already_enrolled: "Votre second facteur est déjà en place.",
  not_found: "Cette page ou cet élément n’existe pas, ou n’est pas à vous.",
  invalid_input: "Certaines informations ne sont pas correctes.",
  too_many_attempts: "Trop d’essais. Patientez un peu avant de recommencer.",
  invalid_credentials: "Adresse e-mail ou mot de passe incorrect.",
  link_expired: "Ce lien a expiré ou a déjà servi. Demandez-en un nouveau.",
  already_founded:
    "Ce portail vient d’être mis en place par quelqu’un d’autre. Connectez-vous, ou demandez-lui un accès.",
  account_exists: "Cette personne a déjà un compte : elle se connecte avec son adresse e-mail.",
  address_taken: "Cette adresse e-mail est déjà celle d’un autre compte.",
  sign_up_sent: "Votre demande est déjà envoyée : la structure va vous répondre par e-mail.",
  service_unavailable: "Le service est momentanément indisponible. Rien n’a été perdu : réessayez dans un instant.",
  slot_full: "Ce créneau est complet.",
  booking_closed: "Le délai de réservation est dépassé pour ce créneau.",
  booking_not_open: "Les réservations de ce jour ne sont pas encore ouvertes.",
  books_in_time: "Ce créneau se réserve encore normalement : demandez-le directement.",
  cancellation_closed: "Le délai d’annulation est dépassé pour ce créneau.",
  document_missing: "Une pièce manque à votre dossier : envoyez-la dans vos documents, puis réservez.",
  slot_closed: "Le service est fermé ce jour-là.",
  nothing_open:
    "Rien n’est à fermer à ces dates : rien n’y ouvre, c’est déjà fermé, ou c’est passé depuis plus d’un mois.",
  attendance_begun: "Des enfants y sont déjà pointés présents : ce créneau ne peut plus être fermé.",
  attendance_not_there: "Cet enfant n’est pas pointé présent : pointez-le d’abord.",
  attendance_too_early: "Le pointage s’ouvre le jour même.",
  wrong_age_group: "Ce créneau est réservé à un autre groupe d’âge.",
  other_school: "Cette activité est celle d’une autre école. Écrivez à la structure si votre enfant en change.",
  already_asked: "Cet enfant est déjà inscrit pour cette période, ou sa demande est en cours.",
  reservations_to_come: "Des jours sont encore réservés après cette date : annulez-les d’abord.",
  not_enrolled: "Cet enfant n’est pas inscrit à cette activité.",
  custody_other_household:
    "Ce jour-là, cet enfant est dans son autre foyer d’après le calendrier de garde : c’est à ce foyer de réserver.",
  already_booked: "Cet enfant a déjà une réservation ou une demande sur ce créneau.",
  cannot_withdraw: "Cette demande ne peut plus être retirée.",
  cannot_cancel: "Cette réservation ne peut plus être annulée.",
  cannot_undo: "Cette annulation ne peut plus être reprise : demandez la place de nouveau.",
  cancels_in_time: "Cette réservation s’annule encore sans frais : annulez-la directement.",
  service_begun: "Le service a déjà commencé.",
  no_cancellation_asked: "Aucune annulation n’est demandée pour ce créneau.",
  place_available: "Une place est libre : vous pouvez la demander tout de suite.",
  not_waiting: "Cet enfant n’est plus sur la liste d’attente de ce créneau.",
  offer_over: "Cette place n’est plus proposée : le délai pour l’accepter est passé.",
  nothing_to_miss: "Cet enfant n’a rien de réservé ces jours-là.",
  absence_not_declared: "Aucune absence n’est déclarée sur ce créneau.",
  credit_spent: "Le montant rendu pour cette absence a servi depuis : la place ne peut pas être reprise en ligne.",
  proof_too_late: "Le délai pour envoyer le justificatif est dépassé. Écrivez à la structure.",
  price_unknown: "Le tarif de ce créneau n’est pas encore publié. Contactez la structure.",
  changes_refused: "Rien n’a été changé : certains créneaux ne sont pas possibles.",
  pattern_changed: "Rien n’a été réservé : depuis cet aperçu, quelque chose a changé. Vérifiez le nouvel aperçu.",
  pattern_empty: "Aucun créneau de cette semaine ne peut être réservé.",
  requests_refused: "Rien n’a été réservé : certains créneaux ne sont pas possibles.",
  cart_empty: "Votre panier est vide.",
  credit_short: "Le crédit du compte ne suffit pas pour tout confirmer.",
  cart_changed: "Votre panier a changé entre-temps. Vérifiez le nouveau total avant de payer.",
  invoices_changed:
    "Vos factures ou votre crédit ont changé entre-temps, peut-être dans un autre onglet. Vérifiez le nouveau total avant de payer.",
  billing_not_configured: "Décidez d’abord de la numérotation des factures de cette régie.",
  billing_nothing: "Aucune famille ne doit rien pour cette période.",
  too_many_payments:
    "Plusieurs paiements ont déjà été commencés pour ces places : elles restent gardées jusqu’à l’heure indiquée, puis vous pourrez les demander de nouveau.",
  amount_too_small: "Le montant est inférieur au minimum accepté par le service de paiement (1,00 €).",
  amount_too_large: "Le montant dépasse le maximum accepté par le service de paiement.",
  payer_email_refused: "Le service de paiement n’accepte pas votre adresse e-mail. Vérifiez-la dans votre compte.",
  gateway_unavailable:
    "Le service de paiement ne répond pas. Rien n’a été débité et vos places restent gardées : réessayez dans quelques minutes.",
  gateway_misconfigured: "Le paiement en ligne est mal configuré pour ce service. La structure en a été prévenue.",
  payment_mismatch: "Ce paiement ne correspond pas à ce qui a été demandé.",
  already_member: "Cette personne fait déjà partie du foyer.",
  two_households: "Cet enfant a déjà deux foyers.",
  one_household: "Cet enfant n’a qu’un foyer : le calendrier de garde est pour les enfants de deux foyers.",
  calendar_unknown: "Le calendrier scolaire de cette période n’est pas publié.",
  archived: "Cet élément est archivé : remettez-le en service pour le modifier.",
  in_use: "Cet élément sert encore : rien n’a été changé.",
  still_booked: "Des enfants y sont encore réservés : rien n’a été changé.",
  field_locked: "Cette information ne se modifie pas en ligne : demandez-le à la structure.",
  changed_meanwhile: "Ces informations ont changé entre-temps. Vérifiez-les, puis enregistrez à nouveau.",
  deletion_asked: "Votre demande de suppression est déjà envoyée.",
  deletion_blocked: "Il reste quelque chose à régler avant la suppression.",
  already_decided: "Cette demande a déjà été traitée.",
  file_empty: "Ce fichier est vide. Choisissez-en un autre.",
  file_too_large: "Ce fichier est trop volumineux : 10\u00a0Mo au plus.",
  file_type_refused: "Ce fichier n’est ni une photo (JPEG, PNG, HEIC, WebP) ni un PDF, quel que soit son nom.",
  file_damaged: "Ce fichier est abîmé ou incomplet : il ne s’ouvre pas. Envoyez-le de nouveau, ou prenez une photo.",
  image_too_large: "Cette image est trop grande : 40\u00a0millions de pixels au plus.",
  pdf_locked: "Ce PDF est protégé par un mot de passe. Enregistrez-le sans protection, ou prenez une photo.",
  pdf_active:
    "Ce PDF contient un programme, un formulaire ou une pièce jointe. Imprimez-le en PDF simple, ou prenez une photo.",
  pdf_too_long: "Ce PDF est trop long : 30\u00a0pages au plus.",
  storage_full: "Votre dossier est plein. Supprimez des envois qui ne servent plus, ou écrivez à la structure.",
  storage_failed: "Le fichier n’a pas pu être enregistré : rien n’est perdu, réessayez dans quelques minutes.",
  file_unreadable: "Ce fichier ne peut pas être ouvert pour le moment. Réessayez plus tard, ou écrivez à la structure.",
  file_missing: "Choisissez un fichier.",
  files_too_large: "Vos pièces jointes sont trop volumineuses : 10\u00a0Mo en tout.",
  no_family_concerned: "Aucune famille n’est concernée : rien n’a été envoyé.",
  message_already_sent: "Ce message est déjà parti. Rechargez la page pour en écrire un autre.",
  thread_closed: "Cet échange est clos : écrivez un nouveau message.",
  title_taken: "Une réponse type porte déjà ce titre.",
  document_in_force: "Ce document est en cours de validité : il reste dans votre dossier jusqu’à son échéance.",
  consent_text_changed: "Le texte de cette autorisation vient de changer. Relisez-le, puis répondez.",
  no_parental_authority: "Seule une personne qui exerce l’autorité parentale peut répondre pour cet enfant.",
  judgment_missing: "Une interdiction repose sur une décision de justice : joignez-la.",
  pickup_forbidden: "Une décision de justice interdit à cette personne de venir chercher l’enfant.",
  prohibition_stays: "Seule la structure peut lever une interdiction : écrivez-lui en joignant la nouvelle décision.",
  day_closed:
    "La journée de cette quittance est arrêtée : elle ne s’annule plus. Passez par un avoir ou un remboursement.",
  credit_used: "Cet argent a déjà servi : le solde du compte ne suffit plus pour le reprendre.",
  not_childcare:
    "Ces titres ne règlent que l’accueil des enfants : ni la restauration, ni ce qui n’est pas de la garde.",
  nothing_to_close: "Rien n’a été encaissé au guichet depuis le dernier arrêté.",
  amount_over_credit: "Cette somme dépasse le crédit disponible sur votre compte.",
  own_refund: "Personne ne décide d’un remboursement qu’il a demandé : un autre agent doit s’en charger.",
  second_agent_needed:
    "Vous avez déjà donné votre accord : au-delà de ce montant, il faut aussi celui d’un autre agent.",
  invalid_notification: "Cette notification n’est pas valable.",
} as const;

export type ErrorCode = keyof typeof sentences;

/** A refusal that a person can understand: thrown by rules, queries and commands, never caught to be re-thrown. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** `message` replaces the sentence of the code; `fields` tells what is wrong with each field of a form. */
    readonly details: Record<string, unknown> & { fields?: Record<string, string[]> } = {},
  ) {
    super(code);
    this.name = "DomainError";
  }
}

/** The French sentence of a refusal. */
export const sentenceOf = (code: ErrorCode): string => sentences[code];

/** The sentence of a code that comes back in an address; what is none says that something was refused. */
export const findSentence = (code: string): string =>
  Object.hasOwn(sentences, code) ? sentenceOf(code as ErrorCode) : sentences.invalid_input;
