import { generateSecret, generateURI, verifySync } from "otplib";

const PERIOD_SECONDS = 30;

/** A telephone's clock may be one step off either way. */
const TOLERANCE_SECONDS = 30;

export const newSecret = (): string => generateSecret();

/** What the QR code says to the application. */
export const uriOf = (secret: string, { issuer, email }: { issuer: string; email: string }): string =>
  generateURI({ issuer, label: email, secret });

/** The time step of a right code that has not served yet: at or before `lastStep`, it has. */
export function stepOf(secret: string, code: string, { now, lastStep }: { now: Date; lastStep: number | null }) {
  if (!/^\d{6}$/.test(code)) return undefined;
  const result = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: TOLERANCE_SECONDS,
  });
  if (!result.valid) return undefined;
  const step = Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + result.delta;
  return lastStep === null || step > lastStep ? step : undefined;
}
