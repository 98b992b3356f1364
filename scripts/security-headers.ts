/** Hosts that a form may lead to: ours, and the banks' payment pages, which browsers also check when we redirect there. */
export const originsOf = (...urls: string[]): string[] => [...new Set(urls.map((url) => new URL(url).origin))];

export type PolicyOptions = { paymentOrigins: readonly string[]; dev: boolean };

/** The content security policy around a nonce: nothing is allowed but what the portal itself sends. */
export function contentSecurityPolicy({ paymentOrigins, dev }: PolicyOptions): (nonce: string) => string {
  const otherDirectives = [
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action ${["'self'", ...paymentOrigins].join(" ")}`,
  ].join("; ");
  const evaluation = dev ? " 'unsafe-eval'" : "";
  return (nonce) => `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'${evaluation}; ${otherDirectives}`;
}

const features = [
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "usb",
];

/** Sent with every answer, whatever it is. */
export function securityHeaders({ https }: { https: boolean }): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": features.map((feature) => `${feature}=()`).join(", "),
    ...(https && { "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload" }),
  };
}
