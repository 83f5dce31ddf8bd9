CREATE TABLE "audit_entry" (
	"cell_id" text NOT NULL,
	"seq" integer NOT NULL,
	"at_ms" bigint NOT NULL,
	"actor_id" text,
	"action" text NOT NULL,
	"contest_id" text,
	"member_id" text,
	"account_id" text,
	"question" integer,
	"detail" text,
	CONSTRAINT "audit_entry_seq" PRIMARY KEY("cell_id","seq")
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_cell" FOREIGN KEY ("cell_id") REFERENCES "public"."cell"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE FUNCTION "audit_entry_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'audit_entry is append-only'; END $$;--> statement-breakpoint
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION "audit_entry_refuse"();
