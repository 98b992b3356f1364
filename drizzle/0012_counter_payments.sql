CREATE TYPE "public"."refund_status" AS ENUM('waiting', 'approved', 'refused', 'withdrawn', 'executed');--> statement-breakpoint
CREATE TYPE "public"."incident_resolution" AS ENUM('matched', 'kept_as_credit', 'refund', 'other');--> statement-breakpoint
ALTER TYPE "public"."ledger_account" ADD VALUE 'refunds_due';--> statement-breakpoint
ALTER TYPE "public"."ledger_kind" ADD VALUE 'reversal';--> statement-breakpoint
ALTER TYPE "public"."ledger_kind" ADD VALUE 'recognition';--> statement-breakpoint
ALTER TYPE "public"."payment_means" ADD VALUE 'cash';--> statement-breakpoint
ALTER TYPE "public"."payment_means" ADD VALUE 'cheque';--> statement-breakpoint
ALTER TYPE "public"."payment_means" ADD VALUE 'card_terminal';--> statement-breakpoint
ALTER TYPE "public"."payment_means" ADD VALUE 'cesu';--> statement-breakpoint
ALTER TYPE "public"."payment_means" ADD VALUE 'ancv';--> statement-breakpoint
ALTER TYPE "public"."payment_means" ADD VALUE 'transfer';--> statement-breakpoint
CREATE TABLE "refund_decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "refund_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"refund_request_id" uuid NOT NULL,
	"decision" "refund_status" NOT NULL,
	"reason" text,
	"account_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "refund_decisions_agent_unique" UNIQUE("refund_request_id","account_id","decision")
);
--> statement-breakpoint
CREATE TABLE "refund_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"household_id" uuid NOT NULL,
	"revenue_office_id" uuid NOT NULL,
	"amount_cents" integer NOT NULL,
	"reason" text NOT NULL,
	"holder" text NOT NULL,
	"iban" text NOT NULL,
	"iban_end" text NOT NULL,
	"status" "refund_status" DEFAULT 'waiting' NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"executed_at" timestamp with time zone,
	CONSTRAINT "refund_requests_amount_check" CHECK ("refund_requests"."amount_cents" > 0),
	CONSTRAINT "refund_requests_executed_check" CHECK (("refund_requests"."status" = 'executed') = ("refund_requests"."executed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "day_closings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"revenue_office_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"totals" jsonb NOT NULL,
	"counted_cash_cents" integer NOT NULL,
	"cash_cents" integer NOT NULL,
	"note" text,
	"closed_by" uuid NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "day_closings_office_number_unique" UNIQUE("revenue_office_id","number")
);
--> statement-breakpoint
CREATE TABLE "payment_cancellations" (
	"payment_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"cancelled_by" uuid NOT NULL,
	"cancelled_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "gateway" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "payer_email" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "revenue_offices" ADD COLUMN "rank" integer NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "revenue_offices_rank_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "payment_incidents" ADD COLUMN "resolved_by" uuid;--> statement-breakpoint
ALTER TABLE "payment_incidents" ADD COLUMN "resolution" "incident_resolution";--> statement-breakpoint
ALTER TABLE "payment_incidents" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "submission_key" uuid;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "collected_by" uuid;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "counter_detail" jsonb;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "day_closing_id" uuid;--> statement-breakpoint
ALTER TABLE "refund_decisions" ADD CONSTRAINT "refund_decisions_refund_request_id_refund_requests_id_fk" FOREIGN KEY ("refund_request_id") REFERENCES "public"."refund_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_decisions" ADD CONSTRAINT "refund_decisions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_revenue_office_id_revenue_offices_id_fk" FOREIGN KEY ("revenue_office_id") REFERENCES "public"."revenue_offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_requested_by_accounts_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_closings" ADD CONSTRAINT "day_closings_revenue_office_id_revenue_offices_id_fk" FOREIGN KEY ("revenue_office_id") REFERENCES "public"."revenue_offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_closings" ADD CONSTRAINT "day_closings_closed_by_accounts_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_cancellations" ADD CONSTRAINT "payment_cancellations_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_cancellations" ADD CONSTRAINT "payment_cancellations_cancelled_by_accounts_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refund_requests_household_idx" ON "refund_requests" USING btree ("household_id","requested_at");--> statement-breakpoint
CREATE INDEX "refund_requests_status_idx" ON "refund_requests" USING btree ("status","requested_at");--> statement-breakpoint
ALTER TABLE "payment_incidents" ADD CONSTRAINT "payment_incidents_resolved_by_accounts_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_collected_by_accounts_id_fk" FOREIGN KEY ("collected_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_day_closing_id_day_closings_id_fk" FOREIGN KEY ("day_closing_id") REFERENCES "public"."day_closings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payments_office_settled_idx" ON "payments" USING btree ("revenue_office_id","settled_at");--> statement-breakpoint
ALTER TABLE "revenue_offices" ADD CONSTRAINT "revenue_offices_rank_unique" UNIQUE("rank");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_submission_unique" UNIQUE("submission_key");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_payer_check" CHECK ("payments"."gateway" is null or "payments"."payer_email" is not null);--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_counter_check" CHECK (("payments"."gateway" is null) = ("payments"."submission_key" is not null));