import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { Actor } from "@/lib/core/actor";
import { isAllowed, type Permission } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import type { Session } from "./queries";
import { landingOf, localPath, stepPages } from "./rules";
import { currentSession, sessionContext } from "./session";

type Signed<Kind extends Actor["kind"]> = Context & {
  actor: Extract<Actor, { kind: Kind }>;
  account: Session["account"];
};
/** An adult of the family, or an agent who sees what they see. */
export type GuardianContext = Signed<"guardian" | "observer"> & { householdId: string };
export type AgentContext = Signed<"agent">;

/** The path that was asked for, written by the server on each request; a page cannot know it otherwise. */
const PATH_HEADER = "x-request-path";

/**
 * Opens a family's page: a stranger signs in first and comes back, an agent goes to their own side. `inPerson` closes it
 * to an agent who observes the family: what is someone's own is not the family's.
 */
export async function requireGuardian({ inPerson = false } = {}): Promise<GuardianContext> {
  const session = await requireSession();
  const { actor, account, householdId } = session;
  if (actor.kind === "agent") redirect(landingOf("agent", undefined));
  if (!householdId || (inPerson && actor.kind === "observer")) notFound();
  return { ...(await sessionContext()), actor, account, householdId };
}

/**
 * Opens a staff page to the agents who hold one of the permissions, or to all of them without any; to anyone else it does not
 * exist. Who is looking through a family's eyes leaves them first.
 */
export async function requireAgent(...anyOf: Permission[]): Promise<AgentContext> {
  const { actor, account } = await requireSession();
  if (actor.kind === "observer") redirect(landingOf("guardian", undefined));
  if (actor.kind !== "agent" || (anyOf.length > 0 && !anyOf.some((one) => isAllowed(actor, one)))) {
    notFound();
  }
  return { ...(await sessionContext()), actor, account };
}

async function requireSession(): Promise<Session> {
  const session = await currentSession();
  if (session && !session.missing) return session;
  const page = session?.missing ? stepPages[session.missing] : "/connexion";
  const asked = localPath((await headers()).get(PATH_HEADER));
  redirect(asked ? `${page}?${new URLSearchParams({ retour: asked })}` : page);
}
