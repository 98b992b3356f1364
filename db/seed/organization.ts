import { seal } from "@/lib/core/secrets";
import type { Database } from "../client";
import { facilities, organization, revenueOffices } from "../schema";
import { ZONE } from "./days";
import type { Random } from "./random";

export const saintAubin = {
  name: "Ville de Saint-Aubin",
  shortName: "Saint-Aubin",
  siret: "21599990500015",
  email: "famille@exemple.fr",
  phone: "03 53 01 00 10",
  address: "1 place de la Mairie, 59999 Saint-Aubin",
  openingHours: "Du lundi au vendredi : 8 h 30 – 12 h, 13 h 30 – 17 h\nLe samedi : 9 h – 12 h",
  vatMention: "TVA non applicable, article 256 B du CGI",
  publisher: "Hélène Vasseur, maire de Saint-Aubin",
  dpo: "Centre de gestion de la fonction publique territoriale, dpo@exemple.fr",
  host: "Hébergement de démonstration, 2 rue de l’Exemple, 59999 Saint-Aubin",
};

/** The commune, its two structures, and the two régies that cash for them. Telephone numbers are of the fictive ranges. */
export async function foundTown(db: Database, random: Random) {
  await db.insert(organization).values(saintAubin);

  const ferry = {
    id: random.uuid(),
    name: "Groupe scolaire Jules-Ferry",
    address: "12 rue des Écoles, 59999 Saint-Aubin",
  };
  const tilleuls = { id: random.uuid(), name: "Les Tilleuls", address: "3 rue des Tilleuls, 59999 Saint-Aubin" };
  await db.insert(facilities).values([
    { ...ferry, email: "jules-ferry@exemple.fr", phone: "03 53 01 00 20", schoolZone: ZONE },
    { ...tilleuls, email: "les-tilleuls@exemple.fr", phone: "03 53 01 00 30", schoolZone: ZONE },
  ]);

  const school = {
    id: random.uuid(),
    name: "Régie périscolaire et restauration",
    officerName: "Catherine Marchal",
    email: "regie@exemple.fr",
    gateway: "payfip",
    gatewaySettings: { numcli: "090909", saisie: "T" },
  } as const;
  const leisure = {
    id: random.uuid(),
    name: "Régie des loisirs",
    officerName: "Bernard Lasalle",
    email: "regie-loisirs@exemple.fr",
    gateway: "systempay",
    gatewaySettings: { siteId: "12345678", mode: "TEST" },
    gatewaySecret: seal("1122334455667788"),
  } as const;
  await db.insert(revenueOffices).values([school, leisure]);
  return { facilities: { ferry, tilleuls }, offices: { school, leisure } };
}

export type Founded = Awaited<ReturnType<typeof foundTown>>;
export type Office = Founded["offices"][keyof Founded["offices"]];
export type School = keyof Founded["facilities"];
