import type { connect } from "@/db/client";
import type { Context } from "@/lib/core/context";

/** The statements that the pool sends while something is done, in their order. */
export async function statementsOf(ctx: Context, work: () => Promise<unknown>): Promise<string[]> {
  const { $client: client } = ctx.db as ReturnType<typeof connect>["db"];
  const { unsafe } = client;
  const statements: string[] = [];
  client.unsafe = ((...query: Parameters<typeof unsafe>) => {
    statements.push(query[0]);
    return unsafe(...query);
  }) as typeof unsafe;
  await work();
  client.unsafe = unsafe;
  return statements;
}
