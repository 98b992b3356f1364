import { CalendarDays, FileText, FolderOpen, House, type LucideIcon, MessagesSquare, ReceiptEuro } from "lucide-react";

/** A page that one reaches from the menus; never fetched ahead, for a page seen would cost the server eight. */
export type FamilyPlace = "accueil" | "reservations" | "panier" | "factures" | "prepaiements" | "documents" | "contact";

export const familyPlaces: Record<Exclude<FamilyPlace, "panier">, { href: string; label: string; icon: LucideIcon }> = {
  accueil: { href: "/accueil", label: "Accueil", icon: House },
  reservations: { href: "/reservations", label: "Réservations", icon: CalendarDays },
  factures: { href: "/factures", label: "Factures", icon: FileText },
  prepaiements: { href: "/prepaiements", label: "Prépaiements", icon: ReceiptEuro },
  documents: { href: "/documents", label: "Documents", icon: FolderOpen },
  contact: { href: "/contact", label: "Contact", icon: MessagesSquare },
};
