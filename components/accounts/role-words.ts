import type { AgentRole } from "@/lib/core/actor";

/** What each role is called, and what it is for (handbook §1.7). */
export const roleWords: Record<AgentRole, { label: string; help: string }> = {
  animator: { label: "Animateur", help: "les groupes du jour" },
  site_manager: { label: "Responsable de site", help: "planning, absences et santé de ses enfants" },
  family_officer: { label: "Agent familles", help: "dossiers, pièces, inscriptions" },
  billing_officer: { label: "Facturation", help: "tarifs, factures, avoirs" },
  revenue_officer: { label: "Régisseur", help: "encaissements et quittances" },
  admin: { label: "Administrateur", help: "réglages et agents, sans les données de santé" },
  auditor: { label: "Auditeur", help: "lecture seule, sans les données de santé" },
};
