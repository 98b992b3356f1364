"use server";

import { redirect } from "next/navigation";
import { definePublicAction } from "@/lib/auth/define-public-action";
import { identityInput } from "@/lib/organization/input";
import { foundPortal } from "./found-portal";
import { foundPortalInput } from "./input";

const perNetwork = { name: "founding", tries: 30, withinSeconds: 3600, firstLockSeconds: 300 };

export const foundPortalAction = definePublicAction(
  foundPortalInput,
  { keep: [...Object.keys(identityInput.shape), "displayName", "adminEmail"], limit: perNetwork },
  async (ctx, input) => {
    await foundPortal(ctx, input);
    redirect("/connexion?etat=portail-ouvert");
  },
);
