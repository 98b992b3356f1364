"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { saveSignUpAction } from "@/lib/accounts/sign-up/actions";
import type { SignUpDraft } from "@/lib/accounts/sign-up/input";

/** Keeps on the server what is typed, as it is typed: `typed` reads the step as it stands on the page. */
export function useDraft(typed: () => SignUpDraft) {
  const router = useRouter();
  const kept = useRef<string>(undefined);

  async function keep(): Promise<void> {
    const draft = typed();
    const text = JSON.stringify(draft);
    if (text === kept.current) return;
    const result = await saveSignUpAction(draft).catch(() => undefined);
    if (result?.ok) kept.current = text;
  }

  return {
    /** When a field is left; a failure is told when one goes on, not while one types. */
    keep: () => void keep(),
    async leaveTo(path: string) {
      await keep();
      router.push(path);
    },
  };
}
