CREATE TYPE "public"."attendance_state" AS ENUM('present', 'absent', 'undone');--> statement-breakpoint
CREATE TABLE "closures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"facility_id" uuid,
	"activity_id" uuid,
	"slot_id" integer,
	"reason" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"reopened_by" uuid,
	"reopened_at" timestamp with time zone,
	CONSTRAINT "closures_days_check" CHECK ("closures"."starts_on" <= "closures"."ends_on"),
	CONSTRAINT "closures_reach_check" CHECK (num_nonnulls("closures"."facility_id", "closures"."activity_id", "closures"."slot_id") <= 1)
);
--> statement-breakpoint
CREATE TABLE "attendance_records" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "attendance_records_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"reservation_id" bigint NOT NULL,
	"client_key" uuid NOT NULL,
	"state" "attendance_state" NOT NULL,
	"found" "reservation_status",
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"account_id" uuid,
	"arrived_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	CONSTRAINT "attendance_records_client_key_unique" UNIQUE("client_key")
);
--> statement-breakpoint
ALTER TABLE "slot_occurrences" ADD COLUMN "closure_id" uuid;--> statement-breakpoint
ALTER TABLE "slot_occurrences" ADD COLUMN "planned_adults" smallint;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_slot_id_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."slots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_reservation_id_reservations_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "closures_starts_idx" ON "closures" USING btree ("starts_on");--> statement-breakpoint
CREATE INDEX "attendance_records_reservation_idx" ON "attendance_records" USING btree ("reservation_id","at");--> statement-breakpoint
ALTER TABLE "slot_occurrences" ADD CONSTRAINT "slot_occurrences_closure_id_closures_id_fk" FOREIGN KEY ("closure_id") REFERENCES "public"."closures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "slot_occurrences_date_idx" ON "slot_occurrences" USING btree ("date");--> statement-breakpoint
CREATE INDEX "slot_occurrences_closure_idx" ON "slot_occurrences" USING btree ("closure_id") WHERE "slot_occurrences"."closure_id" is not null;--> statement-breakpoint
ALTER TABLE "slot_occurrences" ADD CONSTRAINT "slot_occurrences_closed_check" CHECK ("slot_occurrences"."closed_reason" is null or "slot_occurrences"."taken" = 0);