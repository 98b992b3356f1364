import { CircleUserRound, Menu } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";

export type AccountView = { displayName: string; email: string };

type Props = {
  account: AccountView;
  /** In the header it opens downwards; at the bottom of a phone, upwards. */
  place: "header" | "bottom";
};

const places = {
  header: {
    summary:
      "flex min-h-11 items-center gap-2 rounded-control px-3 font-medium text-ink-2 hover:bg-sunk hover:text-ink",
    sheet: "right-0 mt-2 w-72",
    label: "Mon compte",
    icon: CircleUserRound,
  },
  bottom: {
    summary: "grid min-h-13 content-center justify-items-center gap-0.5 text-[0.71875rem] font-semibold text-ink-2",
    sheet: "right-1 bottom-full mb-3 w-72 max-w-[calc(100vw-1rem)]",
    label: "Plus",
    icon: Menu,
  },
};

/** Who is signed in, and the way out; a posted form, so that it also works without JavaScript. */
export function AccountMenu({ account, place }: Props) {
  const { summary, sheet, label, icon: Icon } = places[place];
  return (
    <Disclosure
      summaryClassName={summary}
      sheetClassName={sheet}
      summary={
        <>
          <Icon />
          {label}
        </>
      }
    >
      <p className="px-4 font-semibold">{account.displayName}</p>
      <p className="mb-2 px-4 text-sm break-words text-ink-2">{account.email}</p>
      <ButtonLink href="/prepaiements" variant="ghost" wide className="justify-start lg:hidden">
        Prépaiements
      </ButtonLink>
      <ButtonLink href="/documents" variant="ghost" wide className="justify-start lg:hidden">
        Documents
      </ButtonLink>
      <ButtonLink href="/contact" variant="ghost" wide className="justify-start lg:hidden">
        Contact
      </ButtonLink>
      <ButtonLink href="/inscriptions" variant="ghost" wide className="justify-start">
        Inscriptions aux activités
      </ButtonLink>
      <ButtonLink href="/mon-compte" variant="ghost" wide className="mb-2 justify-start">
        Mon compte
      </ButtonLink>
      <form method="post" action="/deconnexion">
        <Button type="submit" wide>
          Se déconnecter
        </Button>
      </form>
    </Disclosure>
  );
}
