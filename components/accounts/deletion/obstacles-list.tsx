import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { type Obstacle, obstacleWords } from "@/lib/accounts/deletion/rules";

/** What must be settled first, and where. */
export function ObstaclesList({ obstacles }: { obstacles: Obstacle[] }) {
  return (
    <Notice tone="warning" title="Avant la suppression, il reste à régler :">
      <ul className="mt-1 grid list-disc gap-1 pl-5">
        {obstacles.map((obstacle) => {
          const { label, help, href } = obstacleWords[obstacle];
          return (
            <li key={obstacle}>
              <Link href={href} className="font-semibold text-ink underline underline-offset-3">
                {label}
              </Link>{" "}
              {help}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
