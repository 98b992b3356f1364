"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import type { ServicePreview } from "@/lib/catalogue/wizard/preview-service";

/** What would be opened, in the words that families will read; the button that opens it comes with it. */
export function PreviewPart({ preview, children }: { preview: ServicePreview; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const { activity, facility, office, price, slots } = preview;

  useEffect(() => place.current?.focus(), []);

  return (
    <div ref={place} tabIndex={-1} className="rounded-card">
      <Notice tone="success" role="status" title={`${activity}, à ${facility} : tout est prêt.`} action={children}>
        <ul className="grid gap-2">
          <li>
            Prix : {price}. Encaissé par : {office}.
          </li>
          {slots.map(({ label, hours, capacity, days, booking, cancellation }) => (
            <li key={`${label} ${hours}`}>
              <span className="font-semibold text-ink">
                {label}, {hours}, {capacity} places
              </span>
              <br />
              {days}. {booking} ; {cancellation}.
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
