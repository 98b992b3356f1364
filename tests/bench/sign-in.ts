import { send, textOf } from "./http";
import { load, type Measure } from "./load";
import type { Portal } from "./portal";
import { anyOf, type Family } from "./town";

const PASSWORD = "Portail-Famille-2026";

/** The form of /connexion as a browser posts it, with the real password hash behind it. */
export async function measureSignIn(
  portal: Portal,
  families: Family[],
  { requests }: { requests: number },
): Promise<Measure> {
  const address = `${portal.url}/connexion`;
  const page = await send(address);
  const hidden = [...textOf(page).matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)];
  if (hidden.length === 0) throw new Error("Le formulaire de connexion n’a pas ses champs cachés.");

  return load(portal, { requests, warmUp: 40 }, async () => {
    const form = new FormData();
    for (const [, name = "", value = ""] of hidden) form.set(name, value.replaceAll("&quot;", '"'));
    form.set("email", anyOf(families).email);
    form.set("password", PASSWORD);
    const encoded = new Response(form);
    const body = Buffer.from(await encoded.arrayBuffer());
    const headers = { "content-type": encoded.headers.get("content-type") ?? "", origin: portal.url };
    const answer = await send(address, { method: "POST", headers, body });
    if (answer.status !== 303) throw new Error(`La connexion a répondu ${answer.status}.`);
  });
}
