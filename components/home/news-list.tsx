import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { dayInWords } from "@/lib/core/format-date";
import type { HomeFacts } from "./home-view";

/** What the structure put at the families' disposal last. */
export function NewsList({ news }: Pick<HomeFacts, "news">) {
  return (
    <Card aria-labelledby="actualites" className="px-4 py-4 sm:px-5">
      <h2 id="actualites">Actualités</h2>
      <ul className="mt-2 grid gap-3">
        {news.map(({ id, title, putOn, isNew }) => (
          <li key={id}>
            <p className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
              {dayInWords(putOn)}
              {isNew && <Tag tone="primary">Nouveau</Tag>}
            </p>
            <a
              href={`/api/publications/${id}`}
              download
              className="font-medium text-primary-strong underline underline-offset-3"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
