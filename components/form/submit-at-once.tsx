"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";

/** A button that presses itself once the page is there. */
export function SubmitAtOnce({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => place.current?.closest("form")?.requestSubmit(), []);

  return (
    <div ref={place}>
      <Button type="submit" variant="primary">
        {children}
      </Button>
    </div>
  );
}
