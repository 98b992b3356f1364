"use client";

import { useEffect, useRef } from "react";
import { Toaster as Sonner, toast } from "sonner";
import type { Message } from "./notify";

const classNames = {
  toast:
    "flex w-full items-center gap-3 rounded-card border border-line-strong bg-paper p-4 text-sm text-ink shadow-card",
  title: "font-semibold",
  success: "border-reserved-line",
  error: "border-cancel-line bg-cancel-soft",
  actionButton: "ml-auto min-h-9 shrink-0 rounded-control px-3 font-semibold text-primary-strong hover:bg-primary-soft",
};

export default function Toaster({ messages }: { messages: Message[] }) {
  const shown = useRef(0);

  useEffect(() => {
    for (const { text, tone, undo } of messages.slice(shown.current)) {
      const options = undo && { action: { label: "Annuler", onClick: undo }, duration: 10_000 };
      (tone ? toast[tone] : toast)(text, options);
    }
    shown.current = messages.length;
  }, [messages]);

  return (
    <Sonner
      position="bottom-center"
      mobileOffset={{ bottom: 88 }}
      containerAriaLabel="Messages"
      style={{ fontFamily: "inherit" }}
      toastOptions={{ unstyled: true, classNames }}
    />
  );
}
