CREATE TABLE "member_link" (
	"member_id" text PRIMARY KEY NOT NULL,
	"cell_id" text NOT NULL,
	"secret_hash" text NOT NULL,
	"made_at_ms" bigint NOT NULL,
	"used_at_ms" bigint,
	CONSTRAINT "member_link_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
ALTER TABLE "member_link" ADD CONSTRAINT "member_link_member" FOREIGN KEY ("cell_id","member_id") REFERENCES "public"."member"("cell_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "member_link_cell" ON "member_link" USING btree ("cell_id");