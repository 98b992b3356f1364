import { unstable_rethrow } from "next/navigation";
import type { Context } from "@/lib/core/context";
import type { ErrorCode } from "@/lib/core/errors";
import { refusalOf } from "./define-action";
import { sessionContext } from "./session";

const statuses: Partial<Record<ErrorCode | "unexpected", number>> = {
  unauthenticated: 401,
  forbidden: 403,
  observing: 403,
  not_found: 404,
  too_many_attempts: 429,
  unexpected: 500,
  service_unavailable: 503,
  storage_failed: 503,
  file_unreadable: 503,
};

/** Makes a private GET handler: the session's context first, never cached, and refusals as a status and a sentence. */
export function defineRoute<Params>(handle: (ctx: Context, request: Request, params: Params) => Promise<Response>) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    try {
      const response = await handle(await sessionContext(), request, await params);
      if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "private, no-store");
      return response;
    } catch (error) {
      unstable_rethrow(error);
      const { code, message } = refusalOf(error);
      return new Response(`${message}\n`, { status: statuses[code] ?? 400, headers });
    }
  };
}

const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" };
