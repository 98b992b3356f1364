"use client";

import { FailurePage } from "@/components/layout/failure-page";

export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  return <FailurePage {...props} />;
}
