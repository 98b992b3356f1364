import { Thermometer } from "lucide-react";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { instantOf } from "@/lib/core/calendar";
import { capitalized, dateInWords } from "@/lib/core/format-date";
import { HomeBlocks } from "./home-blocks";
import type { HomeFacts } from "./home-view";
import { NewsList } from "./news-list";
import type { ToPay } from "./to-do";
import { ToDoList } from "./to-do-list";
import { WeekTable, type WeekView } from "./week-table";

export type HomeView = {
  firstName: string;
  /** Civil date. */
  today: string;
  /** Requests whose places are kept until they are paid; null when there are none. */
  toPay: ToPay | null;
  home: HomeFacts;
  week: WeekView;
};

/** What matters now, then the doors, then the week. */
export function Home({ view }: { view: HomeView }) {
  const today = dateInWords(view.today);
  const { news } = view.home;
  const noon = instantOf(view.today, "12:00");
  return (
    <>
      <PageTitle title={`Bonjour ${view.firstName}`} lead={capitalized(today)}>
        {view.week.children.length > 0 && (
          <ButtonLink href="/reservations?absence=oui">
            <Thermometer />
            Mon enfant est malade
          </ButtonLink>
        )}
      </PageTitle>
      <div className="grid gap-4 sm:gap-5">
        <ToDoList home={view.home} toPay={view.toPay} now={noon} />
        <HomeBlocks home={view.home} now={noon} />
        <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-3">
          <div className={news.length > 0 ? "min-w-0 lg:col-span-2" : "min-w-0 lg:col-span-3"}>
            <WeekTable week={view.week} />
          </div>
          {news.length > 0 && <NewsList news={news} />}
        </div>
      </div>
    </>
  );
}
