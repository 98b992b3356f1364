import { and, asc, eq, isNotNull } from "drizzle-orm";
import { checkImport } from "@/lib/accounts/imports/check-import";
import { mapColumns } from "@/lib/accounts/imports/map-columns";
import { getImport } from "@/lib/accounts/imports/queries";
import type { Mapping } from "@/lib/accounts/imports/rules";
import { storeImport } from "@/lib/accounts/imports/store-import";
import { addDays, addMinutes, type CivilDate } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { numericDate } from "@/lib/core/format-date";
import { accounts, deletionRequests, householdMembers } from "../schema";
import type { TownDays } from "./days";

const YEAR = 365;

/** A school has sent its new pupils: the list was tried this morning, and waits for an agent to correct two lines. */
export async function tryImport(ctx: Context, { today }: TownDays): Promise<void> {
  const fileName = "nouveaux-eleves-jules-ferry.csv";
  const { importId } = await storeImport(ctx, [{ fileName, bytes: Buffer.from(listOf(today), "latin1") }]);
  const { files } = await getImport(ctx, importId);
  await mapColumns(ctx, { importId, mappings: files.map(({ mapping }) => mapping as Mapping) });
  await checkImport(ctx, { importId });
}

const born = (today: CivilDate, years: number) => numericDate(addDays(today, -years * YEAR - 120));

const listOf = (today: CivilDate): string =>
  [
    "Nom enfant;Prénom enfant;Date de naissance;Niveau;Nom parent 1;Prénom parent 1;Mail parent 1;Portable parent 1;Nom parent 2;Prénom parent 2;Adresse;Code postal;Ville",
    `Delattre;Gaspard;${born(today, 4)};MS;Delattre;Élodie;elodie.delattre@famille.exemple;06 41 22 18 30;Delattre;Romain;14 rue des Tilleuls;59780;Saint-Aubin`,
    `Delattre;Suzanne;${born(today, 7)};CE1;Delattre;Élodie;elodie.delattre@famille.exemple;06 41 22 18 30;Delattre;Romain;14 rue des Tilleuls;59780;Saint-Aubin`,
    `NGUYEN;LINH;${born(today, 6)};CP;NGUYEN;MAI;mai.nguyen@famille.exemple;06 52 10 77 41;;;3 allée du Moulin;59780;SAINT-AUBIN`,
    `Ferrand;Jules;31/02/2019;CE1;Ferrand;Claire;claire.ferrand@famille.exemple;06 12;;;8 place du Marché;59780;Saint-Aubin`,
    `Lemoine;;${born(today, 5)};GS;Lemoine;Hugo;hugo.lemoine@;06 33 90 12 55;;;21 rue de l'Église;59780;Saint-Aubin`,
  ].join("\r\n");

/** A family that moved away asks to be forgotten; an agent sees what stands against it. */
export async function askToBeForgotten(ctx: Context): Promise<void> {
  const [mover] = await ctx.db
    .select({ accountId: accounts.id, householdId: householdMembers.householdId })
    .from(accounts)
    .innerJoin(householdMembers, eq(householdMembers.personId, accounts.personId))
    .where(and(isNotNull(accounts.personId), eq(householdMembers.role, "guardian")))
    .orderBy(asc(accounts.displayName))
    .limit(1);
  if (!mover) return;
  const message = "Nous avons déménagé cet été et n’utiliserons plus le portail. Merci pour ces belles années.";
  await ctx.db.insert(deletionRequests).values({ ...mover, message, createdAt: addMinutes(ctx.now, -26 * 60) });
}
