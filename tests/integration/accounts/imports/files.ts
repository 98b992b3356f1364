import { buffer } from "node:stream/consumers";
import { asc } from "drizzle-orm";
import ExcelJS from "exceljs";
import { ZipFile } from "yazl";
import { importFiles, importLines, imports } from "@/db/schema";
import { checkImport } from "@/lib/accounts/imports/check-import";
import { mapColumns } from "@/lib/accounts/imports/map-columns";
import { runImport } from "@/lib/accounts/imports/run-import";
import { startImport } from "@/lib/accounts/imports/start-import";
import { storeImport } from "@/lib/accounts/imports/store-import";
import type { Context } from "@/lib/core/context";
import { asSystem } from "@/lib/core/context";
import { anOfficer } from "../sign-up/requests";

const HEADER =
  "Nom enfant;Prénom enfant;Date de naissance;Classe;Nom parent 1;Prénom parent 1;Mail parent 1;Portable parent 1;Nom parent 2;Prénom parent 2;Adresse;Code postal;Ville";

export const lea =
  "Durand;Léa;14/03/2019;CP;Durand;Camille;camille@exemple.fr;06 12 34 56 78;;;3 rue des Lilas;59223;Roncq";
export const tom =
  "Durand;Tom;02/09/2021;MS;Durand;Camille;camille@exemple.fr;06 12 34 56 78;;;3 rue des Lilas;59223;Roncq";
export const aya =
  "BENALI;AYA;2018-05-05;CE2;BENALI;SAMIRA;samira@exemple.fr;;HADDAD;KARIM;12 avenue de la Gare;59223;RONCQ";

/** A list as a town hall keeps it, one line per child. */
export const aList = (...lines: string[]): string => [HEADER, ...lines, ""].join("\r\n");

export const ondePupils = `Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1;Cp1;Commune1;Pays1;Adresse2;Cp2;Commune2;Pays2; Cycle;Niveau;Libellé classe;Identifiant classe
MARTIN;;Martin;01/01/2019;M;1111111111A;1 rue de Test;21000;Dijon;FRANCE;;;;;CYCLE II;CE2;Classe de M Machin;99999
MARTIN;LEROY;Martine;01/01/2020;F;1111111112A;1 rue de Test;21000;Dijon;FRANCE;;;;;CYCLE II;CE1;Classe de M Truc;99998
`;
export const ondeGuardians = `Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;Adresse responsable;CP responsable;Commune responsable;Pays;Courriel;Téléphone domicile;Téléphone travail;Téléphone portable;Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants;Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants
M.;;MARTIN;Jean;1 rue de Test;21000;Dijon;FRANCE;jean@exemple.fr;;;06 12 34 56 78;;MARTIN;Martin;CLASSE CE2;LEROY;MARTIN;Martine;CLASSE CE1
MME;;MARTINE;Jeanne;1 rue de Test;21000;Dijon;FRANCE;;;;;;MARTIN;Martin;CLASSE CE2;;;;
MME;;MARTINO;Janine;2 rue de Test;21000;Dijon;FRANCE;janine@exemple.fr;;;;LEROY;MARTIN;Martine;CLASSE CE1;;;;
`;

export const windows1252 = (text: string): Buffer => Buffer.from(text, "latin1");

export async function aWorkbook(rows: unknown[][]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("Familles").addRows(rows);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A workbook whose texts are so many megabytes of nothing once unpacked, whatever number of bytes it declares. */
export async function aBombWorkbook(megabytes: number, declares: number): Promise<Buffer> {
  const archive = new ZipFile();
  archive.addBuffer(Buffer.from("<workbook/>"), "xl/workbook.xml");
  archive.addBuffer(Buffer.alloc(megabytes * 1024 * 1024, "a"), "xl/sharedStrings.xml");
  archive.end();
  const bytes = await buffer(archive.outputStream);
  const directory = bytes.lastIndexOf("xl/sharedStrings.xml") - 46; // its entry in the central directory
  bytes.writeUInt32LE(declares, directory + 24);
  return bytes;
}

export type Desk = Awaited<ReturnType<typeof aDesk>>;

/** An agent, and the portal that works for them in the background. */
export async function aDesk(ctx: Context) {
  return { agent: await anOfficer(ctx), portal: asSystem(ctx, "job:import") };
}

/** Sends files; the columns are those that were guessed. */
export async function anUpload(agent: Context, ...files: (string | Buffer)[]): Promise<string> {
  const { importId } = await storeImport(
    agent,
    files.map((file, index) => ({ fileName: `fichier-${index + 1}.csv`, bytes: Buffer.from(file as string) })),
  );
  return importId;
}

export async function aTriedImport({ agent, portal }: Desk, ...files: (string | Buffer)[]): Promise<string> {
  const importId = await anUpload(agent, ...files);
  const guessed = await agent.db
    .select({ mapping: importFiles.mapping })
    .from(importFiles)
    .orderBy(asc(importFiles.part));
  await mapColumns(agent, { importId, mappings: guessed.map(({ mapping }) => mapping) as never });
  await checkImport(portal, { importId });
  return importId;
}

export async function aDoneImport(desk: Desk, ...files: (string | Buffer)[]): Promise<string> {
  const importId = await aTriedImport(desk, ...files);
  await startImport(desk.agent, { importId });
  await runImport(desk.portal, { importId });
  return importId;
}

export const linesOf = ({ db }: Context) =>
  db.select().from(importLines).orderBy(asc(importLines.part), asc(importLines.line));

export async function stateOf({ db }: Context) {
  const [row] = await db.select().from(imports);
  return row;
}
