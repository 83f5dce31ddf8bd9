ALTER TABLE "cell" ADD COLUMN "member_proof" text DEFAULT 'name' NOT NULL;--> statement-breakpoint
ALTER TABLE "device" ADD COLUMN "proved_by" text DEFAULT 'name' NOT NULL;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "pin_hash" text;