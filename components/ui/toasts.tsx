"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { MESSAGE_ASKED, type Message } from "./notify";

const Toaster = lazy(() => import("./toaster"));

/** Where messages appear. The library that shows them is fetched with the first one. */
export function Toasts() {
  const [messages, setMessages] = useState<Message[]>([]);

  useEffect(() => {
    const add = (event: Event) => setMessages((known) => [...known, (event as CustomEvent<Message>).detail]);
    window.addEventListener(MESSAGE_ASKED, add);
    return () => window.removeEventListener(MESSAGE_ASKED, add);
  }, []);

  if (messages.length === 0) return null;
  return (
    <Suspense>
      <Toaster messages={messages} />
    </Suspense>
  );
}
