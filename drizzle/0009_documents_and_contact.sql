CREATE TYPE "public"."broadcast_audience" AS ENUM('everyone', 'facility', 'activity', 'day');--> statement-breakpoint
CREATE TYPE "public"."thread_status" AS ENUM('to_handle', 'waiting_family', 'closed');--> statement-breakpoint
CREATE TYPE "public"."thread_subject" AS ENUM('enrolment', 'reservation', 'invoice', 'document', 'account', 'other');--> statement-breakpoint
CREATE TYPE "public"."publication_audience" AS ENUM('everyone', 'facility', 'activity');--> statement-breakpoint
ALTER TYPE "public"."email_status" ADD VALUE 'withheld';--> statement-breakpoint
CREATE TABLE "canned_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "canned_answers_title_unique" UNIQUE("title")
);
--> statement-breakpoint
CREATE TABLE "contact_attachments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"message_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	CONSTRAINT "contact_attachments_storage_key_unique" UNIQUE("storage_key")
);
--> statement-breakpoint
CREATE TABLE "contact_broadcasts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"audience" "broadcast_audience" NOT NULL,
	"facility_id" uuid,
	"activity_id" uuid,
	"day" date,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"households" integer NOT NULL,
	"client_key" uuid NOT NULL,
	"sent_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_broadcasts_client_key_unique" UNIQUE("sent_by","client_key")
);
--> statement-breakpoint
CREATE TABLE "contact_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"thread_id" uuid NOT NULL,
	"is_staff" boolean NOT NULL,
	"is_internal" boolean DEFAULT false NOT NULL,
	"account_id" uuid,
	"body" text NOT NULL,
	"client_key" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_messages_client_key_unique" UNIQUE("account_id","client_key")
);
--> statement-breakpoint
CREATE TABLE "contact_reads" (
	"thread_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_reads_pkey" PRIMARY KEY("thread_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "contact_threads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"household_id" uuid NOT NULL,
	"subject" "thread_subject" NOT NULL,
	"title" text,
	"child_id" uuid,
	"activity_id" uuid,
	"broadcast_id" uuid,
	"status" "thread_status" NOT NULL,
	"assigned_to" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"last_message_at" timestamp with time zone NOT NULL,
	"last_answer_at" timestamp with time zone,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text,
	"client_key" uuid,
	"sent_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "deliveries_storage_key_unique" UNIQUE("storage_key"),
	CONSTRAINT "deliveries_client_key_unique" UNIQUE("client_key")
);
--> statement-breakpoint
CREATE TABLE "delivery_recipients" (
	"delivery_id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"read_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "delivery_recipients_pkey" PRIMARY KEY("delivery_id","household_id")
);
--> statement-breakpoint
CREATE TABLE "publication_reads" (
	"publication_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "publication_reads_pkey" PRIMARY KEY("publication_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"audience" "publication_audience" NOT NULL,
	"facility_id" uuid,
	"activity_id" uuid,
	"is_public" boolean DEFAULT false NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text,
	"file_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"unpublished_at" timestamp with time zone,
	CONSTRAINT "publications_storage_key_unique" UNIQUE("storage_key"),
	CONSTRAINT "publications_audience_check" CHECK (("publications"."audience" = 'facility') = ("publications"."facility_id" is not null) and ("publications"."audience" = 'activity') = ("publications"."activity_id" is not null)),
	CONSTRAINT "publications_public_check" CHECK (not "publications"."is_public" or "publications"."audience" = 'everyone'),
	CONSTRAINT "publications_dates_check" CHECK ("publications"."until_on" >= "publications"."from_on")
);
--> statement-breakpoint
CREATE TABLE "message_wordings" (
	"template" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"opening" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid
);
--> statement-breakpoint
ALTER TABLE "documents" ALTER COLUMN "storage_key" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "client_key" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "replaced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contact_attachments" ADD CONSTRAINT "contact_attachments_message_id_contact_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."contact_messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_broadcasts" ADD CONSTRAINT "contact_broadcasts_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_broadcasts" ADD CONSTRAINT "contact_broadcasts_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_messages" ADD CONSTRAINT "contact_messages_thread_id_contact_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."contact_threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_messages" ADD CONSTRAINT "contact_messages_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_reads" ADD CONSTRAINT "contact_reads_thread_id_contact_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."contact_threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_reads" ADD CONSTRAINT "contact_reads_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_threads" ADD CONSTRAINT "contact_threads_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_threads" ADD CONSTRAINT "contact_threads_child_id_persons_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_threads" ADD CONSTRAINT "contact_threads_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_threads" ADD CONSTRAINT "contact_threads_broadcast_id_contact_broadcasts_id_fk" FOREIGN KEY ("broadcast_id") REFERENCES "public"."contact_broadcasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_threads" ADD CONSTRAINT "contact_threads_assigned_to_accounts_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_recipients" ADD CONSTRAINT "delivery_recipients_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_recipients" ADD CONSTRAINT "delivery_recipients_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_reads" ADD CONSTRAINT "publication_reads_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_reads" ADD CONSTRAINT "publication_reads_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_attachments_message_idx" ON "contact_attachments" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "contact_messages_thread_idx" ON "contact_messages" USING btree ("thread_id","created_at");--> statement-breakpoint
CREATE INDEX "contact_threads_household_idx" ON "contact_threads" USING btree ("household_id","last_message_at");--> statement-breakpoint
CREATE INDEX "contact_threads_status_idx" ON "contact_threads" USING btree ("status","last_message_at");--> statement-breakpoint
CREATE INDEX "delivery_recipients_household_idx" ON "delivery_recipients" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "publications_from_idx" ON "publications" USING btree ("from_on");--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_client_key_unique" UNIQUE("household_id","client_key");