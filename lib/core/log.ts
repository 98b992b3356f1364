import pino from "pino";

/** One JSON line per event on standard output; no personal data beyond identifiers. */
export const log = pino({ level: process.env.LOG_LEVEL ?? "info", base: null });
