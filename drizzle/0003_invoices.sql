CREATE TYPE "public"."billing_run_status" AS ENUM('draft', 'issuing', 'done', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."invoice_kind" AS ENUM('invoice', 'credit_note');--> statement-breakpoint
CREATE TYPE "public"."run_household_state" AS ENUM('pending', 'issued', 'carried', 'nothing', 'failed');--> statement-breakpoint
CREATE TABLE "billed_reservations" (
	"reservation_id" bigint PRIMARY KEY NOT NULL,
	"line_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "billing_run_households" (
	"run_id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"lines" integer NOT NULL,
	"total_cents" integer NOT NULL,
	"warnings" jsonb NOT NULL,
	"state" "run_household_state" DEFAULT 'pending' NOT NULL,
	"error" text,
	CONSTRAINT "billing_run_households_pkey" PRIMARY KEY("run_id","household_id")
);
--> statement-breakpoint
CREATE TABLE "billing_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"revenue_office_id" uuid NOT NULL,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"due_on" date NOT NULL,
	"carries_small" boolean DEFAULT false NOT NULL,
	"credits_adjustments" boolean DEFAULT true NOT NULL,
	"status" "billing_run_status" DEFAULT 'draft' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "checkout_invoices" (
	"checkout_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"amount_cents" integer NOT NULL,
	CONSTRAINT "checkout_invoices_pkey" PRIMARY KEY("checkout_id","invoice_id"),
	CONSTRAINT "checkout_invoices_amount_check" CHECK ("checkout_invoices"."amount_cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "invoice_allocations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"invoice_id" uuid NOT NULL,
	"amount_cents" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"payment_id" uuid,
	"credit_note_id" uuid,
	"ledger_reference" text NOT NULL,
	CONSTRAINT "invoice_allocations_amount_check" CHECK ("invoice_allocations"."amount_cents" <> 0),
	CONSTRAINT "invoice_allocations_source_check" CHECK (num_nonnulls("invoice_allocations"."payment_id", "invoice_allocations"."credit_note_id") <= 1)
);
--> statement-breakpoint
CREATE TABLE "invoice_lines" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "invoice_lines_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"invoice_id" uuid NOT NULL,
	"reservation_id" bigint NOT NULL,
	"child_id" uuid NOT NULL,
	"date" date NOT NULL,
	"activity" text NOT NULL,
	"slot" text NOT NULL,
	"status" "reservation_status" NOT NULL,
	"price_cents" integer NOT NULL,
	"cents" integer NOT NULL,
	"pricing" jsonb NOT NULL,
	"credits_line_id" bigint,
	CONSTRAINT "invoice_lines_credits_unique" UNIQUE("credits_line_id"),
	CONSTRAINT "invoice_lines_cents_check" CHECK ("invoice_lines"."cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "invoice_settings" (
	"revenue_office_id" uuid PRIMARY KEY NOT NULL,
	"series" text NOT NULL,
	"number_template" text NOT NULL,
	"credit_template" text NOT NULL,
	"due_days" smallint DEFAULT 30 NOT NULL,
	"payment_terms" text DEFAULT '' NOT NULL,
	"vat_mention" text DEFAULT '' NOT NULL,
	"dispute_contact" text DEFAULT '' NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invoice_settings_series_unique" UNIQUE("series")
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "invoice_kind" NOT NULL,
	"series" text NOT NULL,
	"number" text NOT NULL,
	"household_id" uuid NOT NULL,
	"revenue_office_id" uuid NOT NULL,
	"run_id" uuid,
	"credit_of_id" uuid,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"issued_on" date NOT NULL,
	"due_on" date,
	"total_cents" integer NOT NULL,
	"view" jsonb NOT NULL,
	"created_by" uuid,
	CONSTRAINT "invoices_number_unique" UNIQUE("number"),
	CONSTRAINT "invoices_credit_check" CHECK (("invoices"."kind" = 'credit_note') = ("invoices"."credit_of_id" is not null)),
	CONSTRAINT "invoices_due_check" CHECK (("invoices"."kind" = 'invoice') = ("invoices"."due_on" is not null)),
	CONSTRAINT "invoices_total_check" CHECK ("invoices"."total_cents" > 0)
);
--> statement-breakpoint
ALTER TABLE "billed_reservations" ADD CONSTRAINT "billed_reservations_reservation_id_reservations_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billed_reservations" ADD CONSTRAINT "billed_reservations_line_id_invoice_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."invoice_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing_run_households" ADD CONSTRAINT "billing_run_households_run_id_billing_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."billing_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing_run_households" ADD CONSTRAINT "billing_run_households_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing_runs" ADD CONSTRAINT "billing_runs_revenue_office_id_revenue_offices_id_fk" FOREIGN KEY ("revenue_office_id") REFERENCES "public"."revenue_offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing_runs" ADD CONSTRAINT "billing_runs_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkout_invoices" ADD CONSTRAINT "checkout_invoices_checkout_id_checkouts_id_fk" FOREIGN KEY ("checkout_id") REFERENCES "public"."checkouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkout_invoices" ADD CONSTRAINT "checkout_invoices_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_allocations" ADD CONSTRAINT "invoice_allocations_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_allocations" ADD CONSTRAINT "invoice_allocations_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_allocations" ADD CONSTRAINT "invoice_allocations_credit_note_id_invoices_id_fk" FOREIGN KEY ("credit_note_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_reservation_id_reservations_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_child_id_persons_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_credits_line_id_invoice_lines_id_fk" FOREIGN KEY ("credits_line_id") REFERENCES "public"."invoice_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_settings" ADD CONSTRAINT "invoice_settings_revenue_office_id_revenue_offices_id_fk" FOREIGN KEY ("revenue_office_id") REFERENCES "public"."revenue_offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_settings" ADD CONSTRAINT "invoice_settings_updated_by_accounts_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_revenue_office_id_revenue_offices_id_fk" FOREIGN KEY ("revenue_office_id") REFERENCES "public"."revenue_offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_run_id_billing_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."billing_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_credit_of_id_invoices_id_fk" FOREIGN KEY ("credit_of_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "billing_run_households_pending_idx" ON "billing_run_households" USING btree ("run_id","position") WHERE "billing_run_households"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "billing_runs_office_idx" ON "billing_runs" USING btree ("revenue_office_id","created_at");--> statement-breakpoint
CREATE INDEX "checkout_invoices_invoice_idx" ON "checkout_invoices" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "invoice_allocations_invoice_idx" ON "invoice_allocations" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "invoice_allocations_payment_idx" ON "invoice_allocations" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "invoice_lines_invoice_idx" ON "invoice_lines" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "invoice_lines_reservation_idx" ON "invoice_lines" USING btree ("reservation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_run_household_unique" ON "invoices" USING btree ("run_id","household_id") WHERE "invoices"."kind" = 'invoice';--> statement-breakpoint
CREATE INDEX "invoices_household_idx" ON "invoices" USING btree ("household_id","issued_at");--> statement-breakpoint
CREATE INDEX "invoices_office_idx" ON "invoices" USING btree ("revenue_office_id","issued_on");--> statement-breakpoint
CREATE INDEX "invoices_credit_idx" ON "invoices" USING btree ("credit_of_id");