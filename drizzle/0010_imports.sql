ALTER TYPE "public"."import_status" ADD VALUE 'checking';--> statement-breakpoint
ALTER TYPE "public"."import_status" ADD VALUE 'undoing';--> statement-breakpoint
CREATE TABLE "import_files" (
	"import_id" uuid NOT NULL,
	"part" smallint NOT NULL,
	"file_name" text NOT NULL,
	"storage_key" text,
	"format" jsonb NOT NULL,
	"header" jsonb NOT NULL,
	"samples" jsonb NOT NULL,
	"lines" integer NOT NULL,
	"signature" text NOT NULL,
	"mapping" jsonb NOT NULL,
	CONSTRAINT "import_files_pkey" PRIMARY KEY("import_id","part")
);
--> statement-breakpoint
ALTER TABLE "import_lines" DROP CONSTRAINT "import_lines_household_id_households_id_fk";
--> statement-breakpoint
ALTER TABLE "deletion_requests" ADD COLUMN "is_accepted" boolean;--> statement-breakpoint
ALTER TABLE "import_lines" ADD COLUMN "part" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_lines" ADD COLUMN "family" integer;--> statement-breakpoint
ALTER TABLE "import_lines" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "import_lines" ADD COLUMN "problems" jsonb;--> statement-breakpoint
ALTER TABLE "import_lines" ADD COLUMN "data" jsonb;--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_files_signature_idx" ON "import_files" USING btree ("signature");--> statement-breakpoint
CREATE UNIQUE INDEX "deletion_requests_waiting_unique" ON "deletion_requests" USING btree ("account_id") WHERE "deletion_requests"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "import_lines_family_idx" ON "import_lines" USING btree ("import_id","family");--> statement-breakpoint
CREATE INDEX "persons_birth_date_idx" ON "persons" USING btree ("birth_date");--> statement-breakpoint
CREATE INDEX "persons_email_idx" ON "persons" USING btree (lower("email"));--> statement-breakpoint
ALTER TABLE "imports" DROP COLUMN "storage_key";--> statement-breakpoint
ALTER TABLE "imports" DROP COLUMN "signature";--> statement-breakpoint
ALTER TABLE "imports" DROP COLUMN "mapping";--> statement-breakpoint
ALTER TABLE "import_lines" DROP CONSTRAINT "import_lines_pkey";
--> statement-breakpoint
ALTER TABLE "import_lines" ADD CONSTRAINT "import_lines_pkey" PRIMARY KEY("import_id","part","line");