import { describe, expect, test } from "vitest";
import { childOf, doubledTargets, guessMapping, missingTargets } from "@/lib/accounts/imports/rules";

const split = (line: string) => line.split(";");
const ondePupils = split(
  "Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1;Cp1;Commune1;Pays1;Adresse2;Cp2;Commune2;Pays2; Cycle;Niveau;Libellé classe;Identifiant classe;Attestation fournie;Autorisation associations;Autorisation photo;Décision de passage",
);
const ondeGuardians = split(
  "Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;Adresse responsable;CP responsable;Commune responsable;Pays;Courriel;Téléphone domicile;Téléphone travail;Téléphone portable;Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants;Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants",
);

const named = (header: string[]) =>
  Object.fromEntries(Object.entries(guessMapping(header)).map(([index, target]) => [header[Number(index)], target]));

describe("the headers of ONDE", () => {
  test("pupils", () => {
    expect(named(ondePupils)).toEqual({
      "Nom élève": "child.lastName",
      "Nom d'usage élève": "child.usualName",
      "Prénom élève": "child.firstName",
      "Date naissance": "child.birthDate",
      Sexe: "child.sex",
      Adresse1: "home.street",
      Cp1: "home.postalCode",
      Commune1: "home.city",
      Niveau: "child.gradeLevel",
      "Libellé classe": "child.className",
    });
  });

  test("guardians, each with several children", () => {
    const mapping = guessMapping(ondeGuardians);
    expect(named(ondeGuardians)).toEqual({
      "Civilité Responsable": "adult1.title",
      "Nom usage responsable": "adult1.usualName",
      "Nom responsable": "adult1.lastName",
      "Prénom responsable": "adult1.firstName",
      "Adresse responsable": "adult1.street",
      "CP responsable": "adult1.postalCode",
      "Commune responsable": "adult1.city",
      Courriel: "adult1.email",
      "Téléphone domicile": "adult1.homePhone",
      "Téléphone travail": "adult1.workPhone",
      "Téléphone portable": "adult1.phone",
      "Nom d'usage enfant": "child.usualName",
      "Nom de famille enfant": "child.lastName",
      "Prénom enfant": "child.firstName",
    });
    expect([...childOf(mapping)]).toEqual([
      [12, 0],
      [13, 0],
      [14, 0],
      [16, 1],
      [17, 1],
      [18, 1],
    ]);
    expect(missingTargets([guessMapping(ondePupils), mapping])).toEqual([]);
    expect(missingTargets([guessMapping(ondePupils)])).toEqual([
      "le nom d’un responsable",
      "le prénom d’un responsable",
    ]);
  });
});

test("the headers of a town hall's own list", () => {
  const header = split(
    "N° famille;Nom enfant;Prénom enfant;Né(e) le;Lieu de naissance;École;Classe;Nom parent 1;Prénom parent 1;Mail parent 1;Portable parent 1;Lien parent 1;Nom parent 2;Prénom parent 2;Autorité parentale parent 2;Adresse;Complément d'adresse;Code postal;Ville",
  );
  expect(Object.values(guessMapping(header))).toEqual([
    "home.number",
    "child.lastName",
    "child.firstName",
    "child.birthDate",
    "child.birthPlace",
    "child.school",
    "child.className",
    "adult1.lastName",
    "adult1.firstName",
    "adult1.email",
    "adult1.phone",
    "adult1.relation",
    "adult2.lastName",
    "adult2.firstName",
    "adult2.authority",
    "home.street",
    "home.addressComplement",
    "home.postalCode",
    "home.city",
  ]);
});

test("a field that is chosen twice is said, a child may come back", () => {
  expect(doubledTargets({ 0: "adult1.email", 1: "adult1.email", 2: "child.firstName", 3: "child.firstName" })).toEqual([
    "Responsable 1 : adresse e-mail",
  ]);
});
