CREATE TYPE "public"."accessibility_level" AS ENUM('none', 'partial', 'full');--> statement-breakpoint
CREATE TYPE "public"."legal_form" AS ENUM('commune', 'intercommunality', 'ccas', 'syndicate', 'association', 'other');--> statement-breakpoint
CREATE TABLE "founding_links" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"nonce" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "founding_links_single_row" CHECK ("founding_links"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "legal_form" "legal_form" DEFAULT 'commune' NOT NULL;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "website" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "opening_hours" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "logo_key" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "logo_media_type" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "primary_color" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "sender_name" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "reply_to" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "vat_mention" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "publisher" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "host" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "dpo" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "legal_notice" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "privacy_notice" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "accessibility_level" "accessibility_level" DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "accessibility_notice" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "updated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "household_id" uuid;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "requested_by" uuid;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "submitted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "decided_by" uuid;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "decided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "enrollments_status_idx" ON "enrollments" USING btree ("status","submitted_at");