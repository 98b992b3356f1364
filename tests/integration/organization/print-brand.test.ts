import sharp from "sharp";
import { expect } from "vitest";
import { organization } from "@/db/schema";
import { renderReceipt } from "@/lib/billing/receipts/render-receipt";
import type { Context } from "@/lib/core/context";
import { contrastOf } from "@/lib/core/palette";
import { changeLogo } from "@/lib/organization/change-logo";
import { findPrintBrand, plainBrand } from "@/lib/organization/queries/print-brand";
import { test } from "../../support/database";
import { anOrganization } from "../../support/factories";
import { pdfText } from "../../unit/billing/pdf-text";

const admin = (ctx: Context): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: "11111111-1111-4111-8111-111111111111", role: "admin" },
});

const receipt: Parameters<typeof renderReceipt>[0] = {
  number: "REC2026000123",
  issuedAt: new Date("2026-09-09T16:31:00Z"),
  view: {
    organization: {
      name: "CCAS de Saint-Aubin",
      address: "1 place de la Mairie, 59000 Saint-Aubin",
      siret: null,
      legalForm: "ccas",
      email: "famille@exemple.fr",
      phone: "03 53 01 00 10",
    },
    revenueOffice: "Régie périscolaire",
    officer: "Hélène Lefèvre",
    payer: { name: "Famille Rousseau", address: "3 rue des Lilas, 59000 Saint-Aubin", email: null },
    paidAt: "2026-09-09T16:30:00Z",
    means: "card",
    gateway: "payfip",
    orderReference: "PF260909000012",
    bankReference: null,
    amountCents: 300,
    lines: [],
    creditUsedCents: 0,
    keptAsCreditCents: 300,
  },
};

test("papers wear the organisation's colour and logo, on a ground where ink is read", async ({ ctx }) => {
  await anOrganization(ctx);
  expect(await findPrintBrand(ctx)).toEqual(plainBrand);

  await ctx.db.update(organization).set({ primaryColor: "#7a1f5c" });
  const image = sharp({ create: { width: 900, height: 300, channels: 4, background: "#7a1f5c" } });
  await changeLogo(admin(ctx), await image.png().toBuffer());
  const brand = await findPrintBrand(ctx);
  expect(brand.color).toBe("#7a1f5c");
  expect(contrastOf(brand.soft)).toBeLessThan(1.3); // nearly white under the ink
  expect(await sharp(brand.logo ?? undefined).metadata()).toMatchObject({ format: "jpeg", width: 300 });

  const plain = await renderReceipt(receipt, plainBrand);
  const dressed = await renderReceipt(receipt, brand);
  expect(dressed.length).toBeGreaterThan(plain.length);
  const text = pdfText(dressed).replaceAll("\u00a0", " ");
  for (const words of ["Centre communal d’action sociale", "03 53 01 00 10 – famille@exemple.fr"]) {
    expect(text).toContain(words);
  }
});

test("a logo that cannot be read is left out: the paper is due anyway", async ({ ctx }) => {
  await anOrganization(ctx);
  await ctx.db.update(organization).set({ logoKey: "zz/absent" });
  expect((await findPrintBrand(ctx)).logo).toBeNull();
});
