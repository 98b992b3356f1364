CREATE TYPE "public"."absence_reason" AS ENUM('illness', 'other');--> statement-breakpoint
CREATE TYPE "public"."absence_status" AS ENUM('awaiting_proof', 'to_review', 'settled', 'excused', 'charged', 'withdrawn');--> statement-breakpoint
ALTER TYPE "public"."awaiting" ADD VALUE 'answer';--> statement-breakpoint
CREATE TABLE "absence_places" (
	"absence_id" uuid NOT NULL,
	"reservation_id" bigint NOT NULL,
	CONSTRAINT "absence_places_pkey" PRIMARY KEY("absence_id","reservation_id")
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"household_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"counted_from" date NOT NULL,
	"reason" "absence_reason" NOT NULL,
	"sealed_note" text,
	"status" "absence_status" NOT NULL,
	"proof_due_at" timestamp with time zone,
	"document_id" uuid,
	"declared_by" uuid,
	"declared_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision_note" text,
	CONSTRAINT "absences_days_check" CHECK ("absences"."counted_from" <= "absences"."first_day" and "absences"."first_day" <= "absences"."last_day"),
	CONSTRAINT "absences_decided_check" CHECK (("absences"."status" in ('excused', 'charged')) = ("absences"."decided_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "reservations" DROP CONSTRAINT "reservations_hold_check";--> statement-breakpoint
ALTER TABLE "slot_occurrences" ADD COLUMN "waiting" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reservation_changes" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "absence_places" ADD CONSTRAINT "absence_places_absence_id_absences_id_fk" FOREIGN KEY ("absence_id") REFERENCES "public"."absences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence_places" ADD CONSTRAINT "absence_places_reservation_id_reservations_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_child_id_persons_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_declared_by_accounts_id_fk" FOREIGN KEY ("declared_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absence_places_reservation_idx" ON "absence_places" USING btree ("reservation_id");--> statement-breakpoint
CREATE INDEX "absences_child_idx" ON "absences" USING btree ("child_id","last_day");--> statement-breakpoint
CREATE INDEX "absences_waiting_idx" ON "absences" USING btree ("declared_at") WHERE "absences"."status" in ('awaiting_proof', 'to_review');--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_hold_check" CHECK ((coalesce("reservations"."awaiting"::text, '') in ('payment', 'answer')) = ("reservations"."hold_expires_at" is not null));