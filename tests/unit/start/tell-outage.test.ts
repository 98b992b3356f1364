import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { outagePage } from "@/scripts/outage-page";
import { tellOutage } from "@/scripts/tell-outage";

let close: (() => void) | undefined;
afterEach(() => close?.());

/** A server whose pages answer as `draw` does, asked by a browser unless other headers are given. */
async function ask(
  draw: (response: ServerResponse) => void,
  { database, headers = { accept: "text/html" } }: { database: boolean; headers?: Record<string, string> },
): Promise<Response> {
  const server = createServer((request, response) => {
    const isDatabaseAnswering = async () => database;
    const page = (path: string) => outagePage(undefined, path);
    tellOutage(request, response, { isDatabaseAnswering, page, retrySeconds: 15 });
    draw(response);
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  close = () => server.close();
  return fetch(`http://localhost:${(server.address() as AddressInfo).port}/factures?onglet=historique`, { headers });
}

/** As Next does: the head at once, then the page in pieces. */
function fail(response: ServerResponse): void {
  response.statusCode = 500;
  response.setHeader("Content-Type", "text/html");
  response.flushHeaders();
  response.write("<html>");
  response.end("</html>");
}

test("a page that fails without the database says so, and when it tries again", async () => {
  const answer = await ask(fail, { database: false });
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("15");
  const text = await answer.text();
  expect(text).toContain("Le portail revient dans quelques instants");
  expect(text).toContain('href="/factures?onglet=historique"');
  expect(text).not.toContain("<html></html>");
});

test("a page that fails for another reason answers as it was", async () => {
  const answer = await ask(fail, { database: true });
  expect([answer.status, await answer.text()]).toEqual([500, "<html></html>"]);
});

test.each([
  ["a page that works", { accept: "text/html" }, 200],
  ["what is no page", { accept: "*/*" }, 500],
  ["a page fetched by the one before", { accept: "text/html", rsc: "1" }, 500],
])("%s is not held back", async (_, headers, status) => {
  const answer = await ask((response) => response.writeHead(status).end("fait"), { database: false, headers });
  expect([answer.status, await answer.text()]).toEqual([status, "fait"]);
});

test("the page names the organisation, in its colour, and how to reach it", () => {
  const town = {
    name: "Ville d’Aÿ & Cie",
    email: "famille@exemple.fr",
    phone: "03 53 01 00 10",
    primaryColor: "#0b6b45",
  };
  const page = outagePage(town as Parameters<typeof outagePage>[0], "//ailleurs.exemple");
  for (const words of ["Ville d’Aÿ &amp; Cie", "famille@exemple.fr", "03 53 01 00 10", "--primary:#0b6b45"])
    expect(page).toContain(words);
  expect(page).toContain('href="/"');
});
