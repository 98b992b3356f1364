import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Native code, worker threads or files read at run time: loaded by Node as they are.
  serverExternalPackages: ["@node-rs/argon2", "exceljs", "@react-pdf/renderer", "graphile-worker", "pino", "postgres"],
  // An import of families, two files of 20 MB; scripts/request-guard.ts lets no other page take that much.
  experimental: { serverActions: { bodySizeLimit: "42mb" } },
  // `npm test` runs the compiler as a step of its own.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: process.cwd() },
};

export default config;
