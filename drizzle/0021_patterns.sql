CREATE TABLE "patterns" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"household_id" uuid NOT NULL,
	"plan" jsonb NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"booked_through" date,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "patterns_days_check" CHECK ("patterns"."first_day" <= "patterns"."last_day")
);
--> statement-breakpoint
ALTER TABLE "reservations" ADD COLUMN "pattern_id" uuid;--> statement-breakpoint
ALTER TABLE "patterns" ADD CONSTRAINT "patterns_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patterns" ADD CONSTRAINT "patterns_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patterns" ADD CONSTRAINT "patterns_undone_by_accounts_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "patterns_household_idx" ON "patterns" USING btree ("household_id","created_at");--> statement-breakpoint
CREATE INDEX "patterns_to_continue_idx" ON "patterns" USING btree ("booked_through") WHERE "patterns"."booked_through" is not null and "patterns"."undone_at" is null;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_pattern_id_patterns_id_fk" FOREIGN KEY ("pattern_id") REFERENCES "public"."patterns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reservations_pattern_idx" ON "reservations" USING btree ("pattern_id") WHERE "reservations"."pattern_id" is not null;