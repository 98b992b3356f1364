type Sign = readonly [name: string, sign: RegExp];

/** In this order: most browsers also claim to be the ones below them. */
const browsers: readonly Sign[] = [
  ["Edge", /\bEdg(e|A|iOS)?\//],
  ["Opera", /\b(OPR|OPT|Opera)\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(Firefox|FxiOS)\b/],
  ["Chrome", /\b(Headless)?(Chrome|Chromium|CriOS)\//],
  ["Safari", /\bSafari\//],
];

const systems: readonly Sign[] = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows\b/],
  ["Chromebook", /\bCrOS\b/],
  ["Mac", /\b(Macintosh|Mac OS X)\b/],
  ["Linux", /\bLinux\b|\bX11\b/],
];

/** "Chrome sur Android", "Firefox sur Windows": enough for people to recognise what is theirs. */
export function deviceInWords(userAgent: string | null): string {
  const [browser, system] = [nameIn(browsers, userAgent), nameIn(systems, userAgent)];
  if (!browser && !system) return "Appareil inconnu";
  return system ? `${browser ?? "Navigateur"} sur ${system}` : `${browser}`;
}

const nameIn = (signs: readonly Sign[], userAgent: string | null) =>
  signs.find(([, sign]) => sign.test(userAgent ?? ""))?.[0];
