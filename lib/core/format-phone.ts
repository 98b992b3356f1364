/** "06 12 34 56 78" from E.164; a number from abroad keeps its country. */
export function phoneInWords(phone: string): string {
  const french = /^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(phone);
  if (!french) return phone;
  const [, first, ...pairs] = french;
  return [`0${first}`, ...pairs].join("\u00a0");
}
