CREATE TABLE "contest_remote" (
	"contest_id" text PRIMARY KEY NOT NULL,
	"cell_id" text NOT NULL,
	"account_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at_ms" bigint NOT NULL,
	CONSTRAINT "contest_remote_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "contest_remote" ADD CONSTRAINT "contest_remote_contest" FOREIGN KEY ("cell_id","contest_id") REFERENCES "public"."contest"("cell_id","id") ON DELETE cascade ON UPDATE no action;