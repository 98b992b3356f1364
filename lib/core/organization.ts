import { organization } from "@/db/schema";
import type { Context } from "./context";

export type Organization = Awaited<ReturnType<typeof findOrganization>>;

/** Who runs this portal; public. Undefined while the database is empty. */
export async function findOrganization({ db }: Pick<Context, "db">) {
  const [row] = await db.select().from(organization);
  return row;
}
