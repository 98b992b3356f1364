CREATE TYPE "public"."diet" AS ENUM('none', 'no_pork', 'no_meat', 'vegetarian', 'gluten_free');--> statement-breakpoint
ALTER TYPE "public"."attendance_state" ADD VALUE 'left';--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "pickup_tolerance_minutes" smallint DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "late_pickup_cents" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "slots" ADD COLUMN "serves_meal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "health_records" ADD COLUMN "diet" "diet";--> statement-breakpoint
ALTER TABLE "attendance_records" ADD COLUMN "collected_by" text;