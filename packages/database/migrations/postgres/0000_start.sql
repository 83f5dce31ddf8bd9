CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"cell_id" text NOT NULL,
	"login" text NOT NULL,
	"display_name" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at_ms" bigint NOT NULL,
	CONSTRAINT "account_login_unique" UNIQUE("login"),
	CONSTRAINT "account_cell_id" UNIQUE("cell_id","id")
);
--> statement-breakpoint
CREATE TABLE "account_session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"cell_id" text NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"expires_at_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "award" (
	"cell_id" text NOT NULL,
	"contest_id" text NOT NULL,
	"month" text NOT NULL,
	"member_id" text NOT NULL,
	"kind" text NOT NULL,
	"through_seq" integer NOT NULL,
	CONSTRAINT "award_contest_member_kind" PRIMARY KEY("contest_id","member_id","kind")
);
--> statement-breakpoint
CREATE TABLE "cell" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"board_key" text NOT NULL,
	"public_places" text DEFAULT 'top-3' NOT NULL,
	"created_at_ms" bigint NOT NULL,
	CONSTRAINT "cell_board_key_unique" UNIQUE("board_key")
);
--> statement-breakpoint
CREATE TABLE "contest" (
	"id" text PRIMARY KEY NOT NULL,
	"cell_id" text NOT NULL,
	"month" text NOT NULL,
	"title" text NOT NULL,
	"settings" text NOT NULL,
	"draft" text NOT NULL,
	"revision" integer NOT NULL,
	"stage" text NOT NULL,
	"room_code" text,
	"screen_key" text,
	"created_at_ms" bigint NOT NULL,
	"settled_at_ms" bigint,
	CONSTRAINT "contest_room_code_unique" UNIQUE("room_code"),
	CONSTRAINT "contest_screen_key_unique" UNIQUE("screen_key"),
	CONSTRAINT "contest_cell_id" UNIQUE("cell_id","id")
);
--> statement-breakpoint
CREATE TABLE "contest_content" (
	"contest_id" text PRIMARY KEY NOT NULL,
	"cell_id" text NOT NULL,
	"body" text NOT NULL,
	"hash" text NOT NULL,
	"frozen_at_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contest_log" (
	"contest_id" text NOT NULL,
	"seq" integer NOT NULL,
	"at_ms" bigint NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"opening_id" text,
	"member_id" text,
	"body" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "contest_log_seq" PRIMARY KEY("contest_id","seq"),
	CONSTRAINT "contest_log_one_answer" UNIQUE("opening_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "device" (
	"id" text PRIMARY KEY NOT NULL,
	"cell_id" text NOT NULL,
	"member_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"revoked_at_ms" bigint,
	CONSTRAINT "device_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "excusal" (
	"cell_id" text NOT NULL,
	"contest_id" text NOT NULL,
	"member_id" text NOT NULL,
	"created_at_ms" bigint NOT NULL,
	CONSTRAINT "excusal_contest_member" PRIMARY KEY("contest_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"id" text PRIMARY KEY NOT NULL,
	"cell_id" text NOT NULL,
	"name" text NOT NULL,
	"group_name" text DEFAULT '' NOT NULL,
	"ranked" boolean NOT NULL,
	"active" boolean NOT NULL,
	"from_month" text NOT NULL,
	"to_month" text,
	"created_at_ms" bigint NOT NULL,
	CONSTRAINT "member_cell_id" UNIQUE("cell_id","id")
);
--> statement-breakpoint
CREATE TABLE "result" (
	"cell_id" text NOT NULL,
	"contest_id" text NOT NULL,
	"member_id" text NOT NULL,
	"rank" integer,
	"ranked" boolean NOT NULL,
	"took_part" boolean NOT NULL,
	"score_units" bigint NOT NULL,
	"right_count" integer NOT NULL,
	"total_millis" bigint NOT NULL,
	"error_millis" bigint NOT NULL,
	"full_millis" bigint NOT NULL,
	"through_seq" integer NOT NULL,
	CONSTRAINT "result_contest_member" PRIMARY KEY("contest_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_cell" FOREIGN KEY ("cell_id") REFERENCES "public"."cell"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_session" ADD CONSTRAINT "account_session_account" FOREIGN KEY ("cell_id","account_id") REFERENCES "public"."account"("cell_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award" ADD CONSTRAINT "award_contest" FOREIGN KEY ("cell_id","contest_id") REFERENCES "public"."contest"("cell_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest" ADD CONSTRAINT "contest_cell" FOREIGN KEY ("cell_id") REFERENCES "public"."cell"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_content" ADD CONSTRAINT "contest_content_contest" FOREIGN KEY ("cell_id","contest_id") REFERENCES "public"."contest"("cell_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_log" ADD CONSTRAINT "contest_log_contest" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_of_member" FOREIGN KEY ("cell_id","member_id") REFERENCES "public"."member"("cell_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excusal" ADD CONSTRAINT "excusal_contest" FOREIGN KEY ("cell_id","contest_id") REFERENCES "public"."contest"("cell_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excusal" ADD CONSTRAINT "excusal_member" FOREIGN KEY ("cell_id","member_id") REFERENCES "public"."member"("cell_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_cell" FOREIGN KEY ("cell_id") REFERENCES "public"."cell"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result" ADD CONSTRAINT "result_contest" FOREIGN KEY ("cell_id","contest_id") REFERENCES "public"."contest"("cell_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_session_expiry" ON "account_session" USING btree ("expires_at_ms");--> statement-breakpoint
CREATE INDEX "award_month" ON "award" USING btree ("cell_id","month");--> statement-breakpoint
CREATE INDEX "contest_month" ON "contest" USING btree ("cell_id","month");--> statement-breakpoint
CREATE INDEX "device_member" ON "device" USING btree ("cell_id","member_id");--> statement-breakpoint
CREATE INDEX "result_cell" ON "result" USING btree ("cell_id","contest_id");