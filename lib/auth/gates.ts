import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { Actor } from "@/lib/core/actor";
import { isAllowed, type Permission } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import type { Session } from "./queries";
import { landingOf, localPath } from "./rules";
import { currentSession, sessionContext } from "./session";

type Signed<Kind extends Actor["kind"]> = Context & {
  actor: Extract<Actor, { kind: Kind }>;
  account: Session["account"];
};
export type GuardianContext = Signed<"guardian"> & { householdId: string };
export type AgentContext = Signed<"agent">;

/** The path that was asked for, written by the server on each request; a page cannot know it otherwise. */
const PATH_HEADER = "x-request-path";

/** Opens a family's page: a stranger signs in first and comes back, an agent goes to their own side. */
export async function requireGuardian(): Promise<GuardianContext> {
  const session = await requireSession();
  const { actor, account, householdId } = session;
  if (actor.kind === "agent") redirect(landingOf("agent", undefined));
  if (!householdId) notFound();
  return { ...(await sessionContext()), actor, account, householdId };
}

/** Opens a staff page to the agents who hold the permission; to anyone else it does not exist. */
export async function requireAgent(permission: Permission): Promise<AgentContext> {
  const { actor, account } = await requireSession();
  if (actor.kind !== "agent" || !isAllowed(actor, permission)) notFound();
  return { ...(await sessionContext()), actor, account };
}

async function requireSession(): Promise<Session> {
  const session = await currentSession();
  if (session) return session;
  const asked = localPath((await headers()).get(PATH_HEADER));
  redirect(asked ? `/connexion?${new URLSearchParams({ retour: asked })}` : "/connexion");
}
