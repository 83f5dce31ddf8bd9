ALTER TABLE "member" ADD COLUMN "erased_at_ms" bigint;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "erased_number" integer;