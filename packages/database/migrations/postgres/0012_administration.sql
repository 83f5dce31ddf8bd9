CREATE TABLE "administration_entry" (
	"seq" integer NOT NULL,
	"at_ms" bigint NOT NULL,
	"administrator_id" text,
	"action" text NOT NULL,
	"cell_id" text,
	"detail" text,
	CONSTRAINT "administration_entry_seq" PRIMARY KEY("seq")
);
--> statement-breakpoint
CREATE TABLE "administrator" (
	"id" text PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"password_hash" text,
	"created_at_ms" bigint NOT NULL,
	"removed_at_ms" bigint,
	CONSTRAINT "administrator_login_unique" UNIQUE("login")
);
--> statement-breakpoint
CREATE TABLE "administrator_link" (
	"secret_hash" text PRIMARY KEY NOT NULL,
	"administrator_id" text NOT NULL,
	"expires_at_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "administrator_session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"administrator_id" text NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"expires_at_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"id" text PRIMARY KEY NOT NULL,
	"most_cells" integer,
	"most_members" integer,
	"most_contests" integer
);
--> statement-breakpoint
ALTER TABLE "invitation" ALTER COLUMN "invited_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "invitee_name" text;--> statement-breakpoint
ALTER TABLE "administrator_link" ADD CONSTRAINT "administrator_link_administrator" FOREIGN KEY ("administrator_id") REFERENCES "public"."administrator"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "administrator_session" ADD CONSTRAINT "administrator_session_administrator" FOREIGN KEY ("administrator_id") REFERENCES "public"."administrator"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_of_cell" FOREIGN KEY ("cell_id") REFERENCES "public"."cell"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE FUNCTION "administration_entry_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'administration_entry is append-only'; END $$;--> statement-breakpoint
CREATE TRIGGER "administration_entry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "administration_entry" FOR EACH STATEMENT EXECUTE FUNCTION "administration_entry_refuse"();
