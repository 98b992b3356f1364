"use client";

import { useLinkStatus } from "next/link";

/** A thin bar at the top of the screen while the page behind this link is on its way. */
export function LinkPending() {
  return useLinkStatus().pending && <span aria-hidden="true" className="link-pending" />;
}
