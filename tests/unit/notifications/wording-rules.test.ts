import { expect, test } from "vitest";
import { templates } from "@/lib/notifications/templates";
import { fillIn, paragraphsOf, unknownNames, variablesOf } from "@/lib/notifications/wordings/rules";
import { samplePayload } from "@/lib/notifications/wordings/sample-payload";

const town = { name: "Ville de Saint-Aubin", shortName: "Saint-Aubin" };

test("names what the message holds, and nothing else", () => {
  const variables = variablesOf(["url", "firstName"]);
  expect(variables.map(({ name }) => name)).toEqual(["structure", "structure_courte", "prenom"]);
  expect(unknownNames("Bonjour {prenom}, {structure} {recu} {url} {}", variables)).toEqual(["recu", "url", ""]);
  expect(fillIn("Bonjour {prenom} – {structure_courte}, {autre}", { firstName: "Inès" }, town)).toBe(
    "Bonjour Inès – Saint-Aubin, {autre}",
  );
  // What is named is not named again.
  expect(fillIn("{prenom}", { firstName: "{structure}" }, town)).toBe("{structure}");
});

test("an empty line separates two paragraphs", () => {
  expect(paragraphsOf("Bonjour,\n \nMerci\nà vous.\n\n\n")).toEqual(["Bonjour,", "Merci\nà vous."]);
});

test.each(Object.entries(templates))("an example of %s is what this message is written with", (name, { payload }) => {
  for (const flag of [true, false]) {
    payload.parse(samplePayload(name as keyof typeof templates, { flag }));
    payload.parse(samplePayload(name as keyof typeof templates, { flag, named: true }));
  }
});
