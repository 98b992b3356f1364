import { CircleCheck, CircleX, Clock, Info, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

const tones: Record<"info" | "warning" | "success" | "error", { icon: LucideIcon; box: string; sign: string }> = {
  info: { icon: Info, box: "border-wait-line bg-wait-soft", sign: "text-wait" },
  warning: { icon: Clock, box: "border-request-line bg-request-soft", sign: "text-request" },
  success: { icon: CircleCheck, box: "border-reserved-line bg-reserved-soft", sign: "text-reserved" },
  error: { icon: CircleX, box: "border-cancel-line bg-cancel-soft", sign: "text-cancel" },
};

type Props = {
  tone: keyof typeof tones;
  title: ReactNode;
  children?: ReactNode;
  /** The one thing to do about it. */
  action?: ReactNode;
  /** "alert" for what appears after an action, "status" for what merely changes. */
  role?: "alert" | "status";
};

/** What has to be known before the rest of the page: the answer in bold, the explanation below it. */
export function Notice({ tone, title, children, action, role }: Props) {
  const { icon: Icon, box, sign } = tones[tone];
  return (
    <div
      role={role}
      className={`flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card border px-4 py-3 text-ink ${box}`}
    >
      <div className="flex min-w-0 flex-1 basis-64 items-start gap-3">
        <Icon className={`mt-0.5 ${sign}`} />
        <div className="min-w-0">
          <p className="font-semibold">{title}</p>
          {children && <div className="mt-0.5 text-sm text-ink-2">{children}</div>}
        </div>
      </div>
      {action && <div className="flex grow flex-wrap gap-2 sm:grow-0 print:hidden">{action}</div>}
    </div>
  );
}
