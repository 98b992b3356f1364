/**
 * The score that MDN HTTP Observatory gives to an answer over https: 100, less what is missing, and what is better than
 * asked only from 90 on (developer.mozilla.org/en-US/observatory/docs/tests_and_scoring).
 */
export function observatoryScore({ headers, cookies, scripts }: Answer): {
  score: number;
  told: Record<string, number>;
} {
  const policy = directivesOf(headers["Content-Security-Policy"] ?? "");
  const told = {
    policy: scoreOfPolicy(policy),
    cookies: scoreOfCookies(cookies),
    transport: scoreOfTransport(headers["Strict-Transport-Security"]),
    sniffing: headers["X-Content-Type-Options"] === "nosniff" ? 0 : -5,
    framing: policy.get("frame-ancestors")?.[0] === "'none'" ? 5 : headers["X-Frame-Options"] ? 0 : -20,
    referrer: /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(
      headers["Referrer-Policy"] ?? "",
    )
      ? 5
      : 0,
    resources: /^same-(origin|site)$/.test(headers["Cross-Origin-Resource-Policy"] ?? "") ? 10 : 0,
    sharing: headers["Access-Control-Allow-Origin"] === "*" ? -50 : 0,
    scripts: scripts.every((source) => source.startsWith("/")) ? 0 : -5,
  };
  const values = Object.values(told);
  const base = 100 + sum(values.filter((value) => value < 0));
  return { score: base >= 90 ? base + sum(values.filter((value) => value > 0)) : base, told };
}

type Cookie = { name: string; secure: boolean; httpOnly: boolean; sameSite?: string };
type Answer = { headers: Record<string, string>; cookies: Cookie[]; scripts: string[] };

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

const directivesOf = (policy: string) =>
  new Map(
    policy
      .split(";")
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = "", ...sources]) => [name, sources] as const),
  );

function scoreOfPolicy(policy: ReturnType<typeof directivesOf>): number {
  const sourcesOf = (name: string) => policy.get(name) ?? policy.get("default-src") ?? ["*"];
  const isDynamic = sourcesOf("script-src").includes("'strict-dynamic'");
  const isOpen = (source: string) => /^(\*|https?:|data:|blob:|ftp:)$/.test(source);
  const [scripts, styles] = [sourcesOf("script-src"), sourcesOf("style-src")];
  if (policy.size === 0 || !(policy.has("default-src") || policy.has("script-src"))) return -25;
  const hasNonce = scripts.some((source) => /^'(nonce|sha\d+)-/.test(source));
  if (scripts.includes("'unsafe-inline'") && !hasNonce) return -20;
  if (!isDynamic && scripts.some(isOpen)) return -20;
  if (sourcesOf("object-src").some(isOpen)) return -20;
  if (scripts.includes("'unsafe-eval'")) return -10;
  if (styles.includes("'unsafe-inline'") || styles.some(isOpen)) return 0;
  return policy.get("default-src")?.[0] === "'none'" ? 10 : 5;
}

function scoreOfCookies(cookies: Cookie[]): number {
  if (cookies.some(({ secure }) => !secure)) return -40;
  if (cookies.some(({ httpOnly }) => !httpOnly)) return -30;
  return cookies.every(({ sameSite }) => sameSite === "lax" || sameSite === "strict") ? 5 : 0;
}

function scoreOfTransport(header = ""): number {
  const seconds = Number(/max-age=(\d+)/.exec(header)?.[1] ?? 0);
  if (seconds === 0) return -20;
  if (seconds < 15_768_000) return -10;
  return /preload/.test(header) && /includeSubDomains/.test(header) ? 5 : 0;
}
