CREATE TABLE "member_merge" (
	"member_id" text PRIMARY KEY NOT NULL,
	"cell_id" text NOT NULL,
	"into_member_id" text NOT NULL,
	"merged_by" text NOT NULL,
	"merged_at_ms" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "member_merge" ADD CONSTRAINT "member_merge_member" FOREIGN KEY ("cell_id","member_id") REFERENCES "public"."member"("cell_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_merge" ADD CONSTRAINT "member_merge_into" FOREIGN KEY ("cell_id","into_member_id") REFERENCES "public"."member"("cell_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "member_merge_cell" ON "member_merge" USING btree ("cell_id");