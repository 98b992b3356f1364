CREATE TYPE "public"."certificate_batch_status" AS ENUM('making', 'ready');--> statement-breakpoint
CREATE TABLE "certificate_batch_files" (
	"batch_id" uuid NOT NULL,
	"certificate_id" uuid NOT NULL,
	"storage_key" text NOT NULL,
	CONSTRAINT "certificate_batch_files_pkey" PRIMARY KEY("batch_id","certificate_id")
);
--> statement-breakpoint
CREATE TABLE "certificate_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"year" smallint NOT NULL,
	"status" "certificate_batch_status" DEFAULT 'making' NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"last_household_id" uuid,
	"failed_household_ids" uuid[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "certificate_batches_done_check" CHECK ("certificate_batches"."done" between 0 and "certificate_batches"."total")
);
--> statement-breakpoint
ALTER TABLE "certificate_batch_files" ADD CONSTRAINT "certificate_batch_files_batch_id_certificate_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."certificate_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_batch_files" ADD CONSTRAINT "certificate_batch_files_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_batches" ADD CONSTRAINT "certificate_batches_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_batches_making_unique" ON "certificate_batches" USING btree ("year") WHERE "certificate_batches"."status" = 'making';