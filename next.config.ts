import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Native code, worker threads or files read at run time: loaded by Node as they are.
  serverExternalPackages: ["@node-rs/argon2", "@react-pdf/renderer", "graphile-worker", "pino", "postgres"],
  // The largest document (10 MB) and the form around it.
  experimental: { serverActions: { bodySizeLimit: "12mb" } },
  // `npm test` runs the compiler as a step of its own.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: process.cwd() },
};

export default config;
