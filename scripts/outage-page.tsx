import { renderToStaticMarkup } from "react-dom/server";
import { localPath } from "@/lib/auth/rules";
import type { Organization } from "@/lib/core/organization";
import { paletteCss } from "@/lib/core/palette";

/** Seconds before the page tries again by itself. */
export const RETRY_SECONDS = 15;

const css = `
:root{color-scheme:light dark;--ink:#161b2e;--ink-2:#4a5270;--ground:#f5f6fb;--paper:#fff;--line:#dfe3ee;--primary:#2c3fb8;--on-primary:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#eef0fa;--ink-2:#b9c0da;--ground:#0f1322;--paper:#171c30;--line:#2b3250;--primary:#8ea0ff;--on-primary:#0f1322}}
body{margin:0;min-height:100dvh;display:grid;place-items:center;padding:1rem;box-sizing:border-box;background:var(--ground);color:var(--ink);font:1rem/1.5 Arial,sans-serif}
main{max-width:28rem;padding:2rem 1.5rem;border:1px solid var(--line);border-radius:12px;background:var(--paper);text-align:center}
h1{margin:.5rem 0 0;font-size:1.5rem;line-height:1.2;text-wrap:balance}
p{margin:.75rem 0 0;color:var(--ink-2)}
.name{margin:0;font-weight:700;color:var(--primary)}
.retry{display:inline-block;margin-top:1.5rem;padding:.625rem 1rem;border-radius:10px;background:var(--primary);color:var(--on-primary);font-weight:600;text-decoration:none}
p a{color:inherit}
:focus-visible{outline:3px solid var(--primary);outline-offset:2px}`;

/** What a family reads while the database does not answer: it needs nothing but itself, and comes back by itself. */
export function outagePage(organization: Organization, path: string): string {
  const { name = "Portail Famille", phone, email, primaryColor } = organization ?? {};
  const page = (
    <html lang="fr">
      {/* biome-ignore lint/style/noHeadElement: not drawn by Next, which may be what cannot answer */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta httpEquiv="refresh" content={String(RETRY_SECONDS)} />
        <title>Indisponible quelques instants · Portail Famille</title>
        <style>{css + (primaryColor ? paletteCss(primaryColor) : "")}</style>
      </head>
      <body>
        <main>
          <p className="name">{name}</p>
          <h1>Le portail revient dans quelques instants</h1>
          <p>
            La panne vient de chez nous. Ce qui était enregistré n’est pas perdu : vos réservations et vos paiements non
            plus. Cette page essaie à nouveau toute seule.
          </p>
          <a className="retry" href={localPath(path) ?? "/"}>
            Réessayer maintenant
          </a>
          {email && (
            <p>
              C’est urgent ? <a href={`mailto:${email}`}>{email}</a>
              {phone && ` ou ${phone}`}
            </p>
          )}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
