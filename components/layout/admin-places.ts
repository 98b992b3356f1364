import {
  BadgeEuro,
  Building2,
  CalendarCog,
  CalendarDays,
  ClipboardCheck,
  CreditCard,
  FileCheck,
  FolderOpen,
  Inbox,
  KeyRound,
  Landmark,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  Mail,
  MessagesSquare,
  PenLine,
  Receipt,
  ShieldCheck,
  Signature,
  SlidersHorizontal,
  Users,
  UtensilsCrossed,
} from "lucide-react";

/** The parts of the menu, in order; the first and the last go without a heading. */
export const adminSections = {
  accueil: undefined,
  familles: "Familles",
  planning: "Planning",
  catalogue: "Catalogue",
  facturation: "Facturation et régie",
  documents: "Documents et messages",
  parametres: "Paramètres",
  compte: undefined,
} satisfies Record<string, string | undefined>;

export type AdminSection = keyof typeof adminSections;

type Place = { href: string; label: string; icon: LucideIcon; section: AdminSection };

/** Where the menu of the staff leads; which of them an agent sees comes with the shell (lib/reporting/admin-shell). */
export const adminPlaces = {
  "tableau-de-bord": { section: "accueil", href: "/admin", label: "Tableau de bord", icon: LayoutDashboard },
  "a-valider": { section: "accueil", href: "/admin/a-valider", label: "À valider", icon: Inbox },
  familles: { section: "familles", href: "/admin/familles", label: "Familles", icon: Users },
  services: { section: "catalogue", href: "/admin/catalogue", label: "Services", icon: CalendarCog },
  tarifs: { section: "catalogue", href: "/admin/catalogue/tarifs", label: "Tarifs", icon: BadgeEuro },
  regies: { section: "catalogue", href: "/admin/catalogue/regies", label: "Réglages des régies", icon: CreditCard },
  planning: { section: "planning", href: "/admin/planning", label: "Planning", icon: CalendarDays },
  repas: { section: "planning", href: "/admin/planning/repas", label: "Repas à commander", icon: UtensilsCrossed },
  pointage: { section: "planning", href: "/admin/pointage", label: "Pointage", icon: ClipboardCheck },
  contact: { section: "documents", href: "/admin/contact", label: "Échanges", icon: MessagesSquare },
  documents: { section: "documents", href: "/admin/documents", label: "Documents publiés", icon: FolderOpen },
  facturation: { section: "facturation", href: "/admin/facturation", label: "Facturation", icon: Receipt },
  regie: { section: "facturation", href: "/admin/regie", label: "Régie", icon: Landmark },
  controles: { section: "facturation", href: "/admin/controles", label: "Contrôles", icon: ListChecks },
  messages: { section: "documents", href: "/admin/messages/envois", label: "Messages envoyés", icon: Mail },
  organisation: {
    section: "parametres",
    href: "/admin/parametres/organisation",
    label: "Organisation",
    icon: Building2,
  },
  pieces: { section: "parametres", href: "/admin/parametres/pieces", label: "Pièces demandées", icon: FileCheck },
  autorisations: {
    section: "parametres",
    href: "/admin/parametres/autorisations",
    label: "Autorisations",
    icon: Signature,
  },
  modeles: { section: "documents", href: "/admin/messages/modeles", label: "Modèles de messages", icon: PenLine },
  champs: {
    section: "parametres",
    href: "/admin/parametres/champs",
    label: "Champs du dossier",
    icon: SlidersHorizontal,
  },
  agents: { section: "parametres", href: "/admin/agents", label: "Agents", icon: ShieldCheck },
  securite: { section: "compte", href: "/admin/securite", label: "Ma sécurité", icon: KeyRound },
} satisfies Record<string, Place>;

export type AdminPlace = keyof typeof adminPlaces;

export const isAdminPlace = (place: string): place is AdminPlace => place in adminPlaces;
