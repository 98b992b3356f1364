import { notFound } from "next/navigation";
import { type Context, systemContext } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { readSmallBody } from "../read-small-body";

/** Runs a simulator's page or route for whoever comes; what does not exist is Next's 404. */
export async function serve<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
  try {
    return await work(systemContext("simulator"));
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") notFound();
    throw error;
  }
}

/** Answers a posted form with a page to get: a reload posts nothing again. */
export const seeOther = (address: string): Response =>
  new Response(null, { status: 303, headers: { Location: address } });

/** The body of a request; one that is too large to be a bank's reads as none. */
export const readBody = async (request: Request): Promise<string> => (await readSmallBody(request)) ?? "";

/** The fields of a posted form. */
export const readForm = async (request: Request): Promise<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(await readBody(request)));
