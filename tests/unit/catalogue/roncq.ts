/** The bands of Roncq, from 1 September 2025 (handbook §2.6). */
const limits = [0, 400, 640, 860, 1150, 1500, 1700, 1900];
const prices = [50, 175, 235, 305, 355, 405, 460, 490];

export const roncq = prices.map((cents, n) => ({
  code: `T${n + 1}`,
  min: limits[n] ?? 0,
  max: limits[n + 1] ?? null,
  cents,
}));
