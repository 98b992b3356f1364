const MAIN = "contenu";

/** The first thing the keyboard meets: past the menus, to what the page is about. */
export function SkipLink() {
  return (
    <a
      href={`#${MAIN}`}
      className="sr-only z-50 rounded-control bg-primary px-4 py-3 font-semibold text-on-primary focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      Aller au contenu
    </a>
  );
}

/** What `SkipLink` leads to. */
export const mainProps = { id: MAIN, tabIndex: -1 } as const;
