"use client";

import { useEffect } from "react";

/** Where nobody is signed in, nothing stays on the device of what was kept for a moment without a network. */
export function ForgetPages() {
  useEffect(() => {
    forgetAll().catch(() => {}); // a browser that forbids it has kept nothing
  }, []);
  return null;
}

async function forgetAll(): Promise<void> {
  if (!("caches" in window)) return;
  for (const name of await caches.keys()) await caches.delete(name);
}
