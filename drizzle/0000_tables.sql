CREATE TYPE "public"."agent_role" AS ENUM('animator', 'site_manager', 'family_officer', 'billing_officer', 'revenue_officer', 'admin', 'auditor');--> statement-breakpoint
CREATE TYPE "public"."data_export_status" AS ENUM('queued', 'ready', 'failed', 'expired');--> statement-breakpoint
CREATE TYPE "public"."import_line_status" AS ENUM('ok', 'duplicate', 'error', 'imported', 'undone');--> statement-breakpoint
CREATE TYPE "public"."import_status" AS ENUM('uploaded', 'checked', 'running', 'done', 'undone', 'failed');--> statement-breakpoint
CREATE TYPE "public"."invitation_kind" AS ENUM('activation', 'guardian', 'agent');--> statement-breakpoint
CREATE TYPE "public"."sign_up_status" AS ENUM('draft', 'submitted', 'information_requested', 'approved', 'refused');--> statement-breakpoint
CREATE TYPE "public"."activity_kind" AS ENUM('before_after_school', 'lunch', 'wednesday', 'holidays', 'event');--> statement-breakpoint
CREATE TYPE "public"."approval_mode" AS ENUM('automatic', 'manual');--> statement-breakpoint
CREATE TYPE "public"."billing_mode" AS ENUM('prepaid', 'billed', 'free');--> statement-breakpoint
CREATE TYPE "public"."gateway" AS ENUM('payfip', 'systempay');--> statement-breakpoint
CREATE TYPE "public"."school_zone" AS ENUM('A', 'B', 'C');--> statement-breakpoint
CREATE TYPE "public"."document_status" AS ENUM('to_review', 'valid', 'rejected');--> statement-breakpoint
CREATE TYPE "public"."document_subject" AS ENUM('household', 'adult', 'child');--> statement-breakpoint
CREATE TYPE "public"."enrollment_status" AS ENUM('draft', 'submitted', 'incomplete', 'approved', 'refused');--> statement-breakpoint
CREATE TYPE "public"."benefit_scheme" AS ENUM('general', 'agricultural', 'other');--> statement-breakpoint
CREATE TYPE "public"."change_status" AS ENUM('pending', 'accepted', 'refused', 'superseded', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."consent_kind" AS ENUM('image_internal', 'image_public', 'leave_alone', 'transport', 'bathing', 'hospital', 'medicine', 'data_sharing_caf');--> statement-breakpoint
CREATE TYPE "public"."consent_value" AS ENUM('granted', 'refused');--> statement-breakpoint
CREATE TYPE "public"."field_policy" AS ENUM('free', 'moderated', 'locked');--> statement-breakpoint
CREATE TYPE "public"."household_role" AS ENUM('guardian', 'child', 'contact');--> statement-breakpoint
CREATE TYPE "public"."pickup_kind" AS ENUM('allowed', 'forbidden');--> statement-breakpoint
CREATE TYPE "public"."quotient_source" AS ENUM('caf', 'msa', 'tax_notice', 'declared');--> statement-breakpoint
CREATE TYPE "public"."relation" AS ENUM('mother', 'father', 'guardian', 'grandparent', 'step_parent', 'sibling', 'other');--> statement-breakpoint
CREATE TYPE "public"."sex" AS ENUM('F', 'M');--> statement-breakpoint
CREATE TYPE "public"."tariff_category" AS ENUM('resident', 'nonResident');--> statement-breakpoint
CREATE TYPE "public"."title" AS ENUM('mme', 'm');--> statement-breakpoint
CREATE TYPE "public"."ledger_account" AS ENUM('household', 'bank', 'deferred_revenue', 'revenue', 'loss');--> statement-breakpoint
CREATE TYPE "public"."ledger_kind" AS ENUM('payment', 'booking', 'cancellation', 'refund', 'adjustment');--> statement-breakpoint
CREATE TYPE "public"."email_status" AS ENUM('queued', 'sent', 'kept', 'failed');--> statement-breakpoint
CREATE TYPE "public"."payment_means" AS ENUM('card', 'direct_debit');--> statement-breakpoint
CREATE TYPE "public"."payment_status" AS ENUM('initiated', 'pending', 'paid', 'refused', 'cancelled', 'expired', 'failed');--> statement-breakpoint
CREATE TYPE "public"."awaiting" AS ENUM('payment', 'approval');--> statement-breakpoint
CREATE TYPE "public"."reservation_status" AS ENUM('requested', 'booked', 'waitlisted', 'refused', 'cancellation_requested', 'cancelled', 'absent_charged', 'absent_excused', 'attended', 'attended_unbooked');--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"display_name" text NOT NULL,
	"password_hash" text,
	"person_id" uuid,
	"role" "agent_role",
	"disabled_at" timestamp with time zone,
	"totp_secret" text,
	"totp_confirmed_at" timestamp with time zone,
	"totp_last_step" integer,
	"notifications" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "data_exports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"status" "data_export_status" DEFAULT 'queued' NOT NULL,
	"storage_key" text,
	"created_at" timestamp with time zone NOT NULL,
	"ready_at" timestamp with time zone,
	"expires_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "deletion_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"household_id" uuid,
	"message" text,
	"created_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"answer" text
);
--> statement-breakpoint
CREATE TABLE "email_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"new_email" text NOT NULL,
	"old_token_hash" text NOT NULL,
	"new_token_hash" text NOT NULL,
	"old_confirmed_at" timestamp with time zone,
	"new_confirmed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "email_changes_old_token_unique" UNIQUE("old_token_hash"),
	CONSTRAINT "email_changes_new_token_unique" UNIQUE("new_token_hash")
);
--> statement-breakpoint
CREATE TABLE "import_lines" (
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"status" "import_line_status" NOT NULL,
	"message" text,
	"household_id" uuid,
	"written" jsonb,
	CONSTRAINT "import_lines_pkey" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"file_name" text NOT NULL,
	"storage_key" text NOT NULL,
	"signature" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"status" "import_status" DEFAULT 'uploaded' NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"processed" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"kind" "invitation_kind" NOT NULL,
	"email" text NOT NULL,
	"person_id" uuid,
	"household_id" uuid,
	"role" "agent_role",
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"account_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_pkey" PRIMARY KEY("account_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "sign_ups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"status" "sign_up_status" DEFAULT 'draft' NOT NULL,
	"email" text,
	"data" jsonb NOT NULL,
	"question" text,
	"submitted_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"reason" text,
	"household_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_ups_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"type" text NOT NULL,
	"actor_kind" text NOT NULL,
	"account_id" uuid,
	"household_id" uuid,
	"subject_id" text,
	"data" jsonb
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"household_id" uuid,
	"observed_household_id" uuid,
	"second_factor_at" timestamp with time zone,
	"user_agent" text,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "checkout_lines" (
	"checkout_id" uuid NOT NULL,
	"reservation_id" bigint NOT NULL,
	"price_cents" integer NOT NULL,
	CONSTRAINT "checkout_lines_pkey" PRIMARY KEY("checkout_id","reservation_id")
);
--> statement-breakpoint
CREATE TABLE "checkouts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"household_id" uuid NOT NULL,
	"revenue_office_id" uuid NOT NULL,
	"payment_id" uuid,
	"subtotal_cents" integer NOT NULL,
	"credit_cents" integer NOT NULL,
	"total_cents" integer NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "checkouts_payment_unique" UNIQUE("payment_id")
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"series" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"payment_id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"number" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"view" jsonb NOT NULL,
	CONSTRAINT "receipts_payment_unique" UNIQUE("payment_id"),
	CONSTRAINT "receipts_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "activities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"facility_id" uuid NOT NULL,
	"revenue_office_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" "activity_kind" NOT NULL,
	"billing_mode" "billing_mode" NOT NULL,
	"approval" "approval_mode" DEFAULT 'automatic' NOT NULL,
	"hold_minutes" integer DEFAULT 20 NOT NULL,
	"is_childcare" boolean DEFAULT true NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "age_groups" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "age_groups_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"facility_id" uuid NOT NULL,
	"name" text NOT NULL,
	"min_age" smallint NOT NULL,
	"max_age" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facilities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"email" text NOT NULL,
	"phone" text,
	"school_zone" "school_zone" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revenue_offices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"officer_name" text NOT NULL,
	"email" text NOT NULL,
	"gateway" "gateway" NOT NULL,
	"gateway_settings" jsonb NOT NULL,
	"gateway_secret" text
);
--> statement-breakpoint
CREATE TABLE "slot_occurrences" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "slot_occurrences_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slot_id" integer NOT NULL,
	"date" date NOT NULL,
	"capacity" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"booking_closes_at" timestamp with time zone NOT NULL,
	"cancellation_closes_at" timestamp with time zone NOT NULL,
	"closed_reason" text,
	CONSTRAINT "slot_occurrences_slot_date_unique" UNIQUE("slot_id","date"),
	CONSTRAINT "slot_occurrences_capacity_check" CHECK ("slot_occurrences"."taken" between 0 and "slot_occurrences"."capacity")
);
--> statement-breakpoint
CREATE TABLE "slots" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "slots_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"activity_id" uuid NOT NULL,
	"age_group_id" bigint,
	"tariff_id" uuid NOT NULL,
	"label" text NOT NULL,
	"starts_at" time NOT NULL,
	"ends_at" time NOT NULL,
	"capacity" integer NOT NULL,
	"booking_deadline" jsonb NOT NULL,
	"cancellation_deadline" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tariff_versions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tariff_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tariff_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"rule" jsonb NOT NULL,
	"decision" text,
	CONSTRAINT "tariff_versions_tariff_from_unique" UNIQUE("tariff_id","valid_from")
);
--> statement-breakpoint
CREATE TABLE "tariffs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"label" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"siret" text,
	"email" text NOT NULL,
	"phone" text,
	"address" text NOT NULL,
	CONSTRAINT "organization_single_row" CHECK ("organization"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "document_requirements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"help" text,
	"applies_to" "document_subject" NOT NULL,
	"validity" jsonb NOT NULL,
	"is_health" boolean DEFAULT false NOT NULL,
	"blocks_booking" boolean DEFAULT false NOT NULL,
	"remind_days_before" integer DEFAULT 30 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "document_requirements_kind_unique" UNIQUE("kind")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"household_id" uuid NOT NULL,
	"person_id" uuid,
	"kind" text NOT NULL,
	"is_health" boolean DEFAULT false NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"status" "document_status" DEFAULT 'to_review' NOT NULL,
	"reason" text,
	"valid_until" date,
	"uploaded_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"reviewed_by" uuid,
	"reviewed_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	CONSTRAINT "documents_storage_key_unique" UNIQUE("storage_key")
);
--> statement-breakpoint
CREATE TABLE "enrollments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"child_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"status" "enrollment_status" DEFAULT 'draft' NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "enrollments_child_activity_start_unique" UNIQUE("child_id","activity_id","starts_on")
);
--> statement-breakpoint
CREATE TABLE "certifications" (
	"household_id" uuid NOT NULL,
	"school_year" text NOT NULL,
	"account_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "certifications_pkey" PRIMARY KEY("household_id","school_year")
);
--> statement-breakpoint
CREATE TABLE "change_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"household_id" uuid NOT NULL,
	"person_id" uuid,
	"field" text NOT NULL,
	"old_value" text,
	"new_value" text,
	"status" "change_status" DEFAULT 'pending' NOT NULL,
	"requested_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "consent_texts" (
	"kind" "consent_kind" NOT NULL,
	"version" smallint NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consent_texts_pkey" PRIMARY KEY("kind","version")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "consents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"child_id" uuid NOT NULL,
	"kind" "consent_kind" NOT NULL,
	"value" "consent_value" NOT NULL,
	"text_version" smallint NOT NULL,
	"detail" text,
	"account_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "custody_schedules" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"child_id" uuid NOT NULL,
	"rules" jsonb NOT NULL,
	"effective_from" date NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "custody_schedules_child_from_unique" UNIQUE("child_id","effective_from")
);
--> statement-breakpoint
CREATE TABLE "field_policies" (
	"field" text PRIMARY KEY NOT NULL,
	"policy" "field_policy" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guardianships" (
	"adult_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"relation" "relation" NOT NULL,
	"exercises_parental_authority" boolean DEFAULT true NOT NULL,
	CONSTRAINT "guardianships_pkey" PRIMARY KEY("adult_id","child_id")
);
--> statement-breakpoint
CREATE TABLE "health_records" (
	"child_id" uuid PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"has_care_plan" boolean DEFAULT false NOT NULL,
	"has_allergies" boolean DEFAULT false NOT NULL,
	"care_plan_review_on" date,
	"insurance_expires_on" date,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "household_index" (
	"household_id" uuid PRIMARY KEY NOT NULL,
	"content" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "household_members" (
	"household_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" "household_role" NOT NULL,
	"rank" smallint DEFAULT 1 NOT NULL,
	"is_account_holder" boolean DEFAULT false NOT NULL,
	CONSTRAINT "household_members_pkey" PRIMARY KEY("household_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "households" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"street" text NOT NULL,
	"address_complement" text,
	"postal_code" text NOT NULL,
	"city" text NOT NULL,
	"tariff_category" "tariff_category" DEFAULT 'resident' NOT NULL,
	"staff_note" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "income_quotients" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"household_id" uuid NOT NULL,
	"value" integer NOT NULL,
	"source" "quotient_source" NOT NULL,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"birth_name" text,
	"title" "title",
	"sex" "sex",
	"birth_date" date,
	"birth_place" text,
	"grade_level" text,
	"school" text,
	"class_name" text,
	"email" text,
	"phone" text,
	"home_phone" text,
	"work_phone" text,
	"sms_allowed" boolean DEFAULT false NOT NULL,
	"profession" text,
	"employer" text,
	"benefit_number" text,
	"benefit_scheme" "benefit_scheme",
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pickup_authorizations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"child_id" uuid NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"phone" text,
	"relation" "relation" NOT NULL,
	"kind" "pickup_kind" NOT NULL,
	"is_emergency_contact" boolean DEFAULT false NOT NULL,
	"rank" smallint DEFAULT 1 NOT NULL,
	"photo_id" uuid,
	"judgment_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledger_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"transaction_id" bigint NOT NULL,
	"account" "ledger_account" NOT NULL,
	"household_id" uuid,
	"revenue_office_id" uuid NOT NULL,
	"amount_cents" integer NOT NULL,
	CONSTRAINT "ledger_entries_household_check" CHECK (("ledger_entries"."account" = 'household') = ("ledger_entries"."household_id" is not null)),
	CONSTRAINT "ledger_entries_amount_check" CHECK ("ledger_entries"."amount_cents" <> 0)
);
--> statement-breakpoint
CREATE TABLE "ledger_transactions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledger_transactions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "ledger_kind" NOT NULL,
	"reference" text NOT NULL,
	"label" text NOT NULL,
	"household_id" uuid NOT NULL,
	"revenue_office_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_transactions_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "emails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"template" text NOT NULL,
	"recipient" text NOT NULL,
	"payload" jsonb NOT NULL,
	"dedupe_key" text NOT NULL,
	"status" "email_status" DEFAULT 'queued' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"subject" text,
	"html" text,
	"text" text,
	"attachment_name" text,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "emails_dedupe_key_unique" UNIQUE("dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "payment_incidents" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "payment_incidents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"payment_id" uuid,
	"kind" text NOT NULL,
	"detail" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "payment_incidents_payment_kind_unique" UNIQUE("payment_id","kind")
);
--> statement-breakpoint
CREATE TABLE "payment_notices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "payment_notices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"gateway" "gateway" NOT NULL,
	"payment_id" uuid,
	"body" text NOT NULL,
	"verdict" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"household_id" uuid NOT NULL,
	"revenue_office_id" uuid NOT NULL,
	"gateway" "gateway" NOT NULL,
	"mode" text NOT NULL,
	"order_reference" text NOT NULL,
	"reference" text,
	"amount_cents" integer NOT NULL,
	"subject" text NOT NULL,
	"payer_email" text NOT NULL,
	"status" "payment_status" DEFAULT 'initiated' NOT NULL,
	"means" "payment_means",
	"bank_reference" text,
	"created_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"next_check_at" timestamp with time zone,
	"checks" integer DEFAULT 0 NOT NULL,
	"last_answer" jsonb,
	CONSTRAINT "payments_gateway_reference_unique" UNIQUE("gateway","reference"),
	CONSTRAINT "payments_order_reference_unique" UNIQUE("order_reference"),
	CONSTRAINT "payments_amount_check" CHECK ("payments"."amount_cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "transaction_counters" (
	"site_id" text NOT NULL,
	"day" date NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "transaction_counters_pkey" PRIMARY KEY("site_id","day")
);
--> statement-breakpoint
CREATE TABLE "reservation_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reservation_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"reservation_id" bigint NOT NULL,
	"status" "reservation_status" NOT NULL,
	"actor_kind" text NOT NULL,
	"account_id" uuid,
	"reason" text,
	"effect_cents" integer DEFAULT 0 NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reservations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reservations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"household_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"occurrence_id" bigint NOT NULL,
	"status" "reservation_status" NOT NULL,
	"awaiting" "awaiting",
	"hold_expires_at" timestamp with time zone,
	"price_cents" integer NOT NULL,
	"pricing" jsonb NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"requested_by" uuid,
	CONSTRAINT "reservations_awaiting_check" CHECK (("reservations"."status" = 'requested') = ("reservations"."awaiting" is not null)),
	CONSTRAINT "reservations_hold_check" CHECK (("reservations"."awaiting" is not distinct from 'payment') = ("reservations"."hold_expires_at" is not null)),
	CONSTRAINT "reservations_price_check" CHECK ("reservations"."price_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "simulated_notices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "simulated_notices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"reference" text NOT NULL,
	"method" text NOT NULL,
	"url" text NOT NULL,
	"body" text NOT NULL,
	"status" integer,
	"answer" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "simulated_payfip_payments" (
	"id_op" text PRIMARY KEY NOT NULL,
	"payer_key" uuid DEFAULT gen_random_uuid() NOT NULL,
	"request" jsonb NOT NULL,
	"opened_at" timestamp with time zone,
	"resultrans" text,
	"numauto" text,
	"decided_at" timestamp with time zone,
	"scenario" text,
	"next_trouble" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "simulated_payfip_payments_payer_key_unique" UNIQUE("payer_key")
);
--> statement-breakpoint
CREATE TABLE "simulated_systempay_payments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"site_id" text NOT NULL,
	"utc_day" text NOT NULL,
	"trans_id" text NOT NULL,
	"form" jsonb NOT NULL,
	"result" jsonb,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "simulated_systempay_payments_trans_unique" UNIQUE("site_id","utc_day","trans_id")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_exports" ADD CONSTRAINT "data_exports_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_exports" ADD CONSTRAINT "data_exports_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deletion_requests" ADD CONSTRAINT "deletion_requests_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deletion_requests" ADD CONSTRAINT "deletion_requests_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_lines" ADD CONSTRAINT "import_lines_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_lines" ADD CONSTRAINT "import_lines_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_observed_household_id_households_id_fk" FOREIGN KEY ("observed_household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkout_lines" ADD CONSTRAINT "checkout_lines_checkout_id_checkouts_id_fk" FOREIGN KEY ("checkout_id") REFERENCES "public"."checkouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkout_lines" ADD CONSTRAINT "checkout_lines_reservation_id_reservations_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_revenue_office_id_revenue_offices_id_fk" FOREIGN KEY ("revenue_office_id") REFERENCES "public"."revenue_offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_revenue_office_id_revenue_offices_id_fk" FOREIGN KEY ("revenue_office_id") REFERENCES "public"."revenue_offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "age_groups" ADD CONSTRAINT "age_groups_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_occurrences" ADD CONSTRAINT "slot_occurrences_slot_id_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."slots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_age_group_id_age_groups_id_fk" FOREIGN KEY ("age_group_id") REFERENCES "public"."age_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_tariff_id_tariffs_id_fk" FOREIGN KEY ("tariff_id") REFERENCES "public"."tariffs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tariff_versions" ADD CONSTRAINT "tariff_versions_tariff_id_tariffs_id_fk" FOREIGN KEY ("tariff_id") REFERENCES "public"."tariffs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_child_id_persons_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_child_id_persons_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody_schedules" ADD CONSTRAINT "custody_schedules_child_id_persons_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardianships" ADD CONSTRAINT "guardianships_adult_id_persons_id_fk" FOREIGN KEY ("adult_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardianships" ADD CONSTRAINT "guardianships_child_id_persons_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_records" ADD CONSTRAINT "health_records_child_id_persons_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_index" ADD CONSTRAINT "household_index_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_members" ADD CONSTRAINT "household_members_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_members" ADD CONSTRAINT "household_members_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "income_quotients" ADD CONSTRAINT "income_quotients_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pickup_authorizations" ADD CONSTRAINT "pickup_authorizations_child_id_persons_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_revenue_office_id_revenue_offices_id_fk" FOREIGN KEY ("revenue_office_id") REFERENCES "public"."revenue_offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_revenue_office_id_revenue_offices_id_fk" FOREIGN KEY ("revenue_office_id") REFERENCES "public"."revenue_offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_incidents" ADD CONSTRAINT "payment_incidents_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_notices" ADD CONSTRAINT "payment_notices_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_revenue_office_id_revenue_offices_id_fk" FOREIGN KEY ("revenue_office_id") REFERENCES "public"."revenue_offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservation_changes" ADD CONSTRAINT "reservation_changes_reservation_id_reservations_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_child_id_persons_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_occurrence_id_slot_occurrences_id_fk" FOREIGN KEY ("occurrence_id") REFERENCES "public"."slot_occurrences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_requested_by_accounts_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_person_idx" ON "accounts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "data_exports_account_idx" ON "data_exports" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "deletion_requests_account_idx" ON "deletion_requests" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_open_unique" ON "email_changes" USING btree ("account_id") WHERE "email_changes"."done_at" is null;--> statement-breakpoint
CREATE INDEX "invitations_email_idx" ON "invitations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "password_resets_account_idx" ON "password_resets" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_ups_status_idx" ON "sign_ups" USING btree ("status","submitted_at");--> statement-breakpoint
CREATE INDEX "audit_events_household_idx" ON "audit_events" USING btree ("household_id","id");--> statement-breakpoint
CREATE INDEX "sessions_account_idx" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "checkout_lines_reservation_idx" ON "checkout_lines" USING btree ("reservation_id");--> statement-breakpoint
CREATE INDEX "checkouts_household_idx" ON "checkouts" USING btree ("household_id","created_at");--> statement-breakpoint
CREATE INDEX "receipts_household_idx" ON "receipts" USING btree ("household_id","issued_at");--> statement-breakpoint
CREATE INDEX "slots_activity_idx" ON "slots" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "documents_household_idx" ON "documents" USING btree ("household_id","created_at");--> statement-breakpoint
CREATE INDEX "documents_status_idx" ON "documents" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "enrollments_activity_idx" ON "enrollments" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "change_requests_household_idx" ON "change_requests" USING btree ("household_id","created_at");--> statement-breakpoint
CREATE INDEX "change_requests_status_idx" ON "change_requests" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "consents_child_idx" ON "consents" USING btree ("child_id","kind","id");--> statement-breakpoint
CREATE INDEX "guardianships_child_idx" ON "guardianships" USING btree ("child_id");--> statement-breakpoint
CREATE INDEX "household_members_person_idx" ON "household_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "income_quotients_household_idx" ON "income_quotients" USING btree ("household_id","effective_from");--> statement-breakpoint
CREATE INDEX "pickup_authorizations_child_idx" ON "pickup_authorizations" USING btree ("child_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_transaction_idx" ON "ledger_entries" USING btree ("transaction_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_household_idx" ON "ledger_entries" USING btree ("household_id","revenue_office_id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_household_idx" ON "ledger_transactions" USING btree ("household_id","id");--> statement-breakpoint
CREATE INDEX "emails_created_at_idx" ON "emails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "payment_notices_payment_idx" ON "payment_notices" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "payments_household_idx" ON "payments" USING btree ("household_id","created_at");--> statement-breakpoint
CREATE INDEX "payments_next_check_idx" ON "payments" USING btree ("next_check_at") WHERE "payments"."next_check_at" is not null;--> statement-breakpoint
CREATE INDEX "reservation_changes_reservation_idx" ON "reservation_changes" USING btree ("reservation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reservations_child_occurrence_live_unique" ON "reservations" USING btree ("child_id","occurrence_id") WHERE "reservations"."status" not in ('refused', 'cancelled');--> statement-breakpoint
CREATE INDEX "reservations_occurrence_idx" ON "reservations" USING btree ("occurrence_id");--> statement-breakpoint
CREATE INDEX "reservations_household_idx" ON "reservations" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "reservations_hold_idx" ON "reservations" USING btree ("hold_expires_at") WHERE "reservations"."hold_expires_at" is not null;--> statement-breakpoint
CREATE INDEX "simulated_notices_sent_idx" ON "simulated_notices" USING btree ("sent_at");