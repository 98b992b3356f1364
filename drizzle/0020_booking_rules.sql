CREATE TYPE "public"."waiting_order" AS ENUM('arrival', 'residents');--> statement-breakpoint
CREATE TABLE "booking_windows" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "booking_windows_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"activity_id" uuid NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"residents_open_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	CONSTRAINT "booking_windows_days_check" CHECK ("booking_windows"."first_day" <= "booking_windows"."last_day"),
	CONSTRAINT "booking_windows_residents_check" CHECK ("booking_windows"."residents_open_at" < "booking_windows"."opens_at"),
	CONSTRAINT "booking_windows_closing_check" CHECK ("booking_windows"."opens_at" < "booking_windows"."closes_at")
);
--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "late_requests" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "late_surcharge_cents" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "waiting_order" "waiting_order" DEFAULT 'arrival' NOT NULL;--> statement-breakpoint
ALTER TABLE "reservations" ADD COLUMN "is_late" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_windows" ADD CONSTRAINT "booking_windows_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booking_windows_activity_idx" ON "booking_windows" USING btree ("activity_id","first_day");