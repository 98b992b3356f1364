/** A browser's side of a request: the cookies that it keeps and the headers that it sends. */
export type Browser = ReturnType<typeof newBrowser>;

type Cookie = { value: string; options: Record<string, unknown> };

export function newBrowser() {
  const jar = new Map<string, Cookie>();
  const sent = new Headers({ "user-agent": "Firefox", "x-forwarded-for": "203.0.113.7" });
  return { jar, sent };
}

let current = newBrowser();

/** Starts the test with an empty browser. */
export function openBrowser(): Browser {
  current = newBrowser();
  return current;
}

/** What `next/headers` answers while a request of this browser is served. */
export const nextHeaders = {
  headers: async () => current.sent,
  cookies: async () => ({
    get: (name: string) => current.jar.get(name),
    set: (name: string, value: string, options: Record<string, unknown>) =>
      options.maxAge === 0 ? current.jar.delete(name) : current.jar.set(name, { value, options }),
  }),
};

/** Where a thrown `redirect()` leads. */
export async function redirection(work: Promise<unknown>): Promise<string | undefined> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  return digest.startsWith("NEXT_REDIRECT;") ? digest.split(";")[2] : digest || undefined;
}
