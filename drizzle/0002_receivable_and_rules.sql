CREATE TYPE "public"."enrollment_mode" AS ENUM('none', 'automatic', 'manual');--> statement-breakpoint
ALTER TYPE "public"."ledger_account" ADD VALUE 'receivable' BEFORE 'bank';--> statement-breakpoint
ALTER TYPE "public"."ledger_kind" ADD VALUE 'invoice' BEFORE 'refund';--> statement-breakpoint
ALTER TYPE "public"."ledger_kind" ADD VALUE 'credit_note' BEFORE 'refund';--> statement-breakpoint
ALTER TYPE "public"."ledger_kind" ADD VALUE 'allocation' BEFORE 'refund';--> statement-breakpoint
ALTER TYPE "public"."ledger_kind" ADD VALUE 'write_off' BEFORE 'adjustment';--> statement-breakpoint
ALTER TABLE "ledger_entries" DROP CONSTRAINT "ledger_entries_household_check";--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "enrollment" "enrollment_mode" DEFAULT 'automatic' NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "required_documents" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "absence_policy" jsonb DEFAULT '{"proofRequired":true,"proofWithinHours":48,"waitingDays":0,"maxExcusedDays":null}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "unbooked_surcharge_cents" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "has_pedt" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "slots" ADD COLUMN "non_care_cents" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reservations" ADD COLUMN "paid_cents" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_household_check" CHECK (("ledger_entries"."account"::text in ('household', 'receivable')) = ("ledger_entries"."household_id" is not null));--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_paid_check" CHECK ("reservations"."paid_cents" between 0 and "reservations"."price_cents");