import { revalidatePath } from "next/cache";
import type { Context } from "@/lib/core/context";

/** Runs a command; every page of the catalogue may show what changed. */
export const showChanges =
  <Input, T>(run: (ctx: Context, input: Input) => Promise<T>) =>
  async (ctx: Context, input: Input): Promise<T> => {
    const done = await run(ctx, input);
    revalidatePath("/admin/catalogue", "layout");
    return done;
  };
