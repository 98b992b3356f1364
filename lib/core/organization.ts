import { organization } from "@/db/schema";
import type { Context } from "./context";

export type Organization = Awaited<ReturnType<typeof findOrganization>>;

/** Who runs this portal; public. Undefined while the database is empty. */
export async function findOrganization({ db }: Pick<Context, "db">) {
  const [row] = await db.select().from(organization);
  return row;
}

type Known = Pick<NonNullable<Organization>, "name" | "shortName" | "logoKey" | "accessibilityLevel">;

/** What stands on every page of it. */
export type BrandView = Omit<Known, "logoKey"> & {
  /** Where its logo is served; null: the portal's own sign. */
  logo: string | null;
};

export const brandOf = ({ name, shortName, logoKey, accessibilityLevel }: Known): BrandView => ({
  name,
  shortName,
  accessibilityLevel,
  logo: logoKey && `/logo?v=${versionOf(logoKey)}`,
});

/** Another logo, another address: a browser may keep it for ever. */
export const versionOf = (logoKey: string): string => logoKey.slice(3, 11);

/** Before anyone has said whose portal this is. */
export const unnamed: BrandView = {
  name: "Portail Famille",
  shortName: "Portail Famille",
  accessibilityLevel: "none",
  logo: null,
};
