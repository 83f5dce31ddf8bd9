ALTER TABLE "cell" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "cell" ADD COLUMN "changed_by" text;--> statement-breakpoint
ALTER TABLE "cell" ADD COLUMN "changed_at_ms" bigint;--> statement-breakpoint
ALTER TABLE "contest" ADD COLUMN "changed_by" text;--> statement-breakpoint
ALTER TABLE "contest" ADD COLUMN "changed_at_ms" bigint;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "changed_by" text;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "changed_at_ms" bigint;