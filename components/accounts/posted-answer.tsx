"use client";

import { useEffect, useRef } from "react";
import type { PostedResult } from "@/components/form/use-posted-form";
import { Notice } from "@/components/ui/notice";

type Props = { result: PostedResult | undefined; success: string };

/** What became of a posted form whose button may be gone: it takes the focus that the button had. */
export function PostedAnswer({ result, success }: Props) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (result) place.current?.focus();
  }, [result]);

  if (!result) return null;
  return (
    <div ref={place} tabIndex={-1}>
      {result.ok ? (
        <Notice tone="success" role="status" title={success} />
      ) : (
        <Notice tone="error" role="alert" title={result.error.message} />
      )}
    </div>
  );
}
