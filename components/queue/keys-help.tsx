"use client";

import { Keyboard } from "lucide-react";
import { lazy, Suspense } from "react";
import { Button } from "@/components/ui/button";
import type { QueueWords } from "./queue";

const KeysDialog = lazy(() => import("./keys-dialog"));

export type KeysHelpProps = {
  isOn: boolean;
  switchKeys: (on: boolean) => void;
  isOpen: boolean;
  setOpen: (open: boolean) => void;
  batch: boolean;
  words: QueueWords;
};

export function KeysHelp(props: KeysHelpProps) {
  return (
    <>
      <Button size="small" variant="ghost" className="ml-auto" data-own-keys onClick={() => props.setOpen(true)}>
        <Keyboard />
        Raccourcis clavier
      </Button>
      <Suspense>{props.isOpen && <KeysDialog {...props} />}</Suspense>
    </>
  );
}
