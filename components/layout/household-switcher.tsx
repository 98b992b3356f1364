import { Check, ChevronDown, House } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";

export type HomeView = { id: string; name: string; children: string[]; isCurrent: boolean };

/** For who is of several households: which one these pages are about, and the way to another; a posted form. */
export function HouseholdSwitcher({ homes }: { homes: HomeView[] }) {
  const current = homes.find(({ isCurrent }) => isCurrent);
  if (homes.length < 2 || !current) return null;
  return (
    <Disclosure
      label={`Foyer ${current.name} : changer de foyer`}
      summaryClassName="flex min-h-11 max-w-44 items-center gap-2 rounded-control border border-line-strong px-3 font-medium hover:border-primary sm:max-w-56"
      sheetClassName="right-0 mt-2 w-72 max-w-[calc(100vw-2rem)]"
      summary={
        <>
          <House />
          <span className="truncate">{current.name}</span>
          <ChevronDown className="text-ink-3" />
        </>
      }
    >
      <p className="mb-2 font-semibold">Vos foyers</p>
      <form method="post" action="/foyer" className="grid gap-1">
        {homes.map(({ id, name, children, isCurrent }) => (
          <Button
            key={id}
            type="submit"
            name="householdId"
            value={id}
            variant="ghost"
            aria-current={isCurrent || undefined}
            className="justify-start text-left"
          >
            <Check className={isCurrent ? "" : "invisible"} />
            <span className="min-w-0">
              {name}
              {children.length > 0 && (
                <span className="block text-sm font-normal text-ink-2">{children.join(", ")}</span>
              )}
            </span>
          </Button>
        ))}
      </form>
    </Disclosure>
  );
}
