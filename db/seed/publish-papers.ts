import { randomUUID } from "node:crypto";
import { addDays, addMinutes, monthOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { monthInWords } from "@/lib/core/format-date";
import { deliverDocument } from "@/lib/documents/deliveries/deliver-document";
import { publishDocument } from "@/lib/documents/publications/publish-document";
import type { TownDays } from "./days";
import { drawPdf } from "./draw-pdf";
import type { KnownFamilies } from "./known-families";

const sender = "Ville de Saint-Aubin";
const DAY = 1440;

const dishes = [
  ["Lundi", "Betteraves, gratin de pâtes aux légumes, poire"],
  ["Mardi", "Carottes râpées, poulet rôti et semoule, fromage blanc"],
  ["Jeudi", "Potage de potiron, poisson et riz, compote"],
  ["Vendredi", "Salade verte, lentilles à la tomate, gâteau au yaourt"],
];

/** What the town puts at everyone's disposal, and a letter to one family. */
export async function publishPapers(ctx: Context, { rousseau }: KnownFamilies, { today }: TownDays): Promise<void> {
  const month = monthInWords(monthOf(today));
  const at = (daysAgo: number): Context => ({ ...ctx, now: addMinutes(ctx.now, -daysAgo * DAY) });

  await publishDocument(at(40), {
    title: "Règlement intérieur des accueils",
    description: "Horaires, inscriptions, annulations, santé : ce qui vaut pour tous les services.",
    audience: "everyone",
    isPublic: "on",
    fromOn: addDays(today, -40),
    fileName: "reglement-interieur.pdf",
    bytes: drawPdf({
      sender,
      heading: "Règlement intérieur des accueils",
      lines: [
        "# 1. Les accueils",
        "Le matin de 7 h 30 à 8 h 30, le midi, et le soir jusqu’à 18 h 30.",
        "# 2. Réserver et annuler",
        "Les réservations se font sur le portail famille, avant la date affichée pour chaque jour.",
        "Une annulation dans ce délai est gratuite ; un prépaiement devient un crédit.",
        "# 3. Absences",
        "Un enfant malade est excusé sur présentation d’un justificatif sous 48 heures.",
        "# 4. Santé",
        "Aucun médicament n’est donné sans ordonnance. Un PAI se demande au directeur de l’école.",
      ],
    }),
  });
  await publishDocument(at(3), {
    title: `Menu de la cantine, ${month}`,
    description: "Les repas du mois. Un menu sans viande est proposé chaque jour.",
    audience: "everyone",
    isPublic: "on",
    fromOn: addDays(today, -3),
    untilOn: addDays(today, 40),
    fileName: "menu-cantine.pdf",
    bytes: drawPdf({
      sender,
      heading: `Menu de la cantine – ${month}`,
      lines: dishes.flatMap(([day, dish]) => [`# ${day}`, dish ?? ""]),
    }),
  });
  await deliverDocument(at(1), {
    title: "Réponse à votre demande de plan d’accueil",
    householdIds: [rousseau.id],
    fileName: "reponse.pdf",
    clientKey: randomUUID(),
    bytes: drawPdf({
      sender,
      heading: "Votre demande de plan d’accueil",
      lines: [
        "Madame, Monsieur,",
        "Nous avons bien reçu votre demande. Le protocole est valable pour l’année scolaire ;",
        "l’équipe de Jules-Ferry en a pris connaissance.",
        "Le service enfance",
      ],
    }),
  });
}
