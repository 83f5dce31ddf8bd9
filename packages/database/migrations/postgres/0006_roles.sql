CREATE TABLE "invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"cell_id" text NOT NULL,
	"role" text NOT NULL,
	"secret_hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"expires_at_ms" bigint NOT NULL,
	"accepted_by" text,
	"accepted_at_ms" bigint,
	"revoked_at_ms" bigint,
	CONSTRAINT "invitation_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "role" text DEFAULT 'owner' NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "removed_at_ms" bigint;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by" FOREIGN KEY ("cell_id","invited_by") REFERENCES "public"."account"("cell_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by" FOREIGN KEY ("cell_id","accepted_by") REFERENCES "public"."account"("cell_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_cell" ON "invitation" USING btree ("cell_id","created_at_ms");