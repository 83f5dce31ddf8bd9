ALTER TABLE "member" ADD COLUMN "time_percent" integer DEFAULT 100 NOT NULL;--> statement-breakpoint
ALTER TABLE "result" ADD COLUMN "time_percent" integer DEFAULT 100 NOT NULL;