import { z } from "zod";

const url = (name: string) =>
  z.url({ protocol: /^https?$/, error: `${name} doit être une adresse complète, comme https://famille.exemple.fr.` });

const schema = z.object({
  PORT: z.coerce
    .number("PORT doit être un nombre.")
    .int("PORT doit être un nombre entier.")
    .min(1, "PORT doit être compris entre 1 et 65535.")
    .max(65_535, "PORT doit être compris entre 1 et 65535.")
    .default(3000),
  DATABASE_URL: z
    .string("DATABASE_URL manque : lancez le portail par « npm start ».")
    .regex(/^postgres(ql)?:\/\//, "DATABASE_URL doit commencer par postgres:// ou postgresql://."),
  DATA_DIR: z.string().min(1).default(".data"),
  APP_URL: url("APP_URL"),
  AUTH_SECRET: z.string("AUTH_SECRET manque : donnez au moins 32 caractères tirés au hasard.").min(32, {
    message: "AUTH_SECRET est trop court : il faut au moins 32 caractères tirés au hasard.",
  }),
  RESEND_API_KEY: z.string().min(1).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "SMTP_URL doit commencer par smtp:// ou smtps://.")
    .optional(),
  MAIL_FROM: z.string().min(3).optional(),
  PAYFIP_URL: url("PAYFIP_URL").optional(),
  PAYFIP_PAYER_URL: url("PAYFIP_PAYER_URL").optional(),
  SYSTEMPAY_URL: url("SYSTEMPAY_URL").optional(),
  DEMO: z.enum(["0", "1"], "DEMO vaut 0 ou 1.").default("0"),
  TRUST_PROXY: z.enum(["0", "1"], "TRUST_PROXY vaut 0 ou 1.").default("0"),
});

export type Env = ReturnType<typeof parseEnv>;

/** Reads the settings once; throws one French sentence per setting that is wrong or missing. */
export function parseEnv(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join("\n"));

  const { data } = parsed;
  const appUrl = data.APP_URL.replace(/\/+$/, "");
  const demo = data.DEMO === "1";
  const mailFrom = data.MAIL_FROM;
  if ((data.RESEND_API_KEY || data.SMTP_URL) && !mailFrom) {
    throw new Error(
      "MAIL_FROM manque : donnez l’expéditeur des messages, comme « Ville de Saint-Aubin <famille@exemple.fr> ».",
    );
  }
  // In demonstration mode the banks are the local simulators, which speak the same protocols over HTTP.
  const bank = (simulated: string, real: string) => (demo ? `${appUrl}/simulateurs/${simulated}` : real);
  return {
    port: data.PORT,
    databaseUrl: data.DATABASE_URL,
    dataDir: data.DATA_DIR,
    appUrl,
    secureCookies: appUrl.startsWith("https://"),
    authSecret: data.AUTH_SECRET,
    resendApiKey: data.RESEND_API_KEY,
    smtpUrl: data.SMTP_URL,
    mailFrom: mailFrom ?? "Portail Famille <portail@localhost>",
    payfipUrl:
      data.PAYFIP_URL ?? bank("payfip/tpa/services/securite", "https://www.payfip.gouv.fr/tpa/services/securite"),
    payfipPayerUrl:
      data.PAYFIP_PAYER_URL ?? bank("payfip/tpa/paiementws.web", "https://www.payfip.gouv.fr/tpa/paiementws.web"),
    systempayUrl: data.SYSTEMPAY_URL ?? bank("systempay/vads-payment", "https://paiement.systempay.fr/vads-payment/"),
    demo,
    /** Whether a proxy of ours, and nobody else, sets the X-Forwarded headers. */
    trustProxy: data.TRUST_PROXY === "1",
  };
}

let parsed: Env | undefined;

/** The settings of this process. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
