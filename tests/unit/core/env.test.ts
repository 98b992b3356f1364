import { expect, test } from "vitest";
import { parseEnv } from "@/lib/core/env";

const complete = {
  DATABASE_URL: "postgres://portail:secret@localhost/portail",
  APP_URL: "https://famille.exemple.fr",
  AUTH_SECRET: "trente-deux-caracteres-au-minimum!",
};

test("needs a database, an address and a secret only", () => {
  expect(parseEnv(complete)).toMatchObject({
    port: 3000,
    databaseUrl: complete.DATABASE_URL,
    dataDir: ".data",
    secureCookies: true,
    demo: false,
    trustProxy: false,
  });
});

test("takes an empty setting for a missing one", () => {
  expect(parseEnv({ ...complete, PORT: "", SMTP_URL: "", DEMO: "" })).toMatchObject({
    port: 3000,
    smtpUrl: undefined,
    demo: false,
  });
});

test.each([
  [{ PORT: "abc" }, "PORT doit être un nombre."],
  [{ PORT: "30.5" }, "PORT doit être un nombre entier."],
  [{ PORT: "70000" }, "PORT doit être compris entre 1 et 65535."],
  [{ DATABASE_URL: undefined }, "DATABASE_URL manque : lancez le portail par « npm start »."],
  [{ DATABASE_URL: "mysql://localhost" }, "DATABASE_URL doit commencer par postgres:// ou postgresql://."],
  [{ APP_URL: "localhost:3000" }, "APP_URL doit être une adresse complète, comme https://famille.exemple.fr."],
  [{ AUTH_SECRET: undefined }, "AUTH_SECRET manque : donnez au moins 32 caractères tirés au hasard."],
  [{ AUTH_SECRET: "trop court" }, "AUTH_SECRET est trop court : il faut au moins 32 caractères tirés au hasard."],
  [{ SMTP_URL: "mail.exemple.fr" }, "SMTP_URL doit commencer par smtp:// ou smtps://."],
  [{ PAYFIP_URL: "payfip" }, "PAYFIP_URL doit être une adresse complète, comme https://famille.exemple.fr."],
  [{ DEMO: "oui" }, "DEMO vaut 0 ou 1."],
  [{ TRUST_PROXY: "oui" }, "TRUST_PROXY vaut 0 ou 1."],
  [{ RESEND_API_KEY: "re_1" }, /^MAIL_FROM manque/],
  [{ SMTP_URL: "smtp://localhost" }, /^MAIL_FROM manque/],
])("says what is wrong with %o", (wrong, sentence) => {
  expect(() => parseEnv({ ...complete, ...wrong })).toThrow(sentence);
});

test("says everything that is wrong at once", () => {
  expect(() => parseEnv({ ...complete, AUTH_SECRET: "court", DEMO: "2" })).toThrow(/AUTH_SECRET.*\nDEMO/);
});

test("takes the real banks, the local ones in demonstration, or those it is given", () => {
  expect(parseEnv(complete).payfipUrl).toBe("https://www.payfip.gouv.fr/tpa/services/securite");
  expect(parseEnv({ ...complete, DEMO: "1" })).toMatchObject({
    payfipUrl: "https://famille.exemple.fr/simulateurs/payfip/tpa/services/securite",
    systempayUrl: "https://famille.exemple.fr/simulateurs/systempay/vads-payment",
  });
  const own = "https://banque.exemple.fr/pay";
  expect(parseEnv({ ...complete, DEMO: "1", SYSTEMPAY_URL: own }).systempayUrl).toBe(own);
});

test("forgets the slash at the end of the address", () => {
  expect(parseEnv({ ...complete, APP_URL: "http://localhost:3000/" })).toMatchObject({
    appUrl: "http://localhost:3000",
    secureCookies: false,
  });
});
