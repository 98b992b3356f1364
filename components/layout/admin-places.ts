import {
  Inbox,
  KeyRound,
  Landmark,
  LayoutDashboard,
  type LucideIcon,
  Mail,
  ShieldCheck,
  SlidersHorizontal,
  Users,
} from "lucide-react";

type Place = { href: string; label: string; icon: LucideIcon };

/** Where the menu of the staff leads; which of them an agent sees comes with the shell. */
export const adminPlaces = {
  "tableau-de-bord": { href: "/admin", label: "Tableau de bord", icon: LayoutDashboard },
  "a-valider": { href: "/admin/a-valider", label: "À valider", icon: Inbox },
  familles: { href: "/admin/familles", label: "Familles", icon: Users },
  regie: { href: "/admin/regie", label: "Régie", icon: Landmark },
  messages: { href: "/admin/messages/envois", label: "Messages envoyés", icon: Mail },
  agents: { href: "/admin/agents", label: "Agents", icon: ShieldCheck },
  champs: { href: "/admin/parametres/champs", label: "Champs du dossier", icon: SlidersHorizontal },
  securite: { href: "/admin/securite", label: "Ma sécurité", icon: KeyRound },
} satisfies Record<string, Place>;

export type AdminPlace = keyof typeof adminPlaces;

export const isAdminPlace = (place: string): place is AdminPlace => place in adminPlaces;
