import { DomainError } from "@/lib/core/errors";

/** "done", or the code of the refusal; anything that is no refusal is thrown on. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (error instanceof DomainError) return error.code;
      throw error;
    },
  );
