CREATE TYPE "public"."certificate_kind" AS ENUM('fiscale', 'presence', 'paiement');--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "certificate_kind" NOT NULL,
	"number" text NOT NULL,
	"code" text NOT NULL,
	"household_id" uuid NOT NULL,
	"child_id" uuid,
	"year" smallint,
	"view" jsonb NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"issued_on" date NOT NULL,
	"issued_by" uuid,
	CONSTRAINT "certificates_number_unique" UNIQUE("number"),
	CONSTRAINT "certificates_content_unique" UNIQUE("household_id","kind","code")
);
--> statement-breakpoint
CREATE TABLE "invoice_reminders" (
	"invoice_id" uuid NOT NULL,
	"level" smallint NOT NULL,
	"due_cents" integer NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"sent_by" uuid,
	CONSTRAINT "invoice_reminders_pkey" PRIMARY KEY("invoice_id","level"),
	CONSTRAINT "invoice_reminders_level_check" CHECK ("invoice_reminders"."level" in (1, 2))
);
--> statement-breakpoint
CREATE TABLE "office_rules" (
	"revenue_office_id" uuid PRIMARY KEY NOT NULL,
	"cash_ceiling_cents" integer,
	"second_agent_above_cents" integer NOT NULL,
	"smallest_invoice_cents" integer NOT NULL,
	"first_reminder_days" smallint NOT NULL,
	"second_reminder_days" smallint NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "office_rules_cents_check" CHECK (least("office_rules"."cash_ceiling_cents", "office_rules"."second_agent_above_cents", "office_rules"."smallest_invoice_cents") >= 0),
	CONSTRAINT "office_rules_days_check" CHECK (0 < "office_rules"."first_reminder_days" and "office_rules"."first_reminder_days" < "office_rules"."second_reminder_days")
);
--> statement-breakpoint
ALTER TABLE "contact_threads" ADD COLUMN "invoice_id" uuid;--> statement-breakpoint
ALTER TABLE "contact_threads" ADD COLUMN "invoice_line_id" bigint;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_child_id_persons_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_issued_by_accounts_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_reminders" ADD CONSTRAINT "invoice_reminders_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_reminders" ADD CONSTRAINT "invoice_reminders_sent_by_accounts_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_rules" ADD CONSTRAINT "office_rules_revenue_office_id_revenue_offices_id_fk" FOREIGN KEY ("revenue_office_id") REFERENCES "public"."revenue_offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_rules" ADD CONSTRAINT "office_rules_updated_by_accounts_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificates_year_idx" ON "certificates" USING btree ("year","kind");--> statement-breakpoint
ALTER TABLE "contact_threads" ADD CONSTRAINT "contact_threads_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_threads" ADD CONSTRAINT "contact_threads_invoice_line_id_invoice_lines_id_fk" FOREIGN KEY ("invoice_line_id") REFERENCES "public"."invoice_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_threads_invoice_idx" ON "contact_threads" USING btree ("invoice_id");