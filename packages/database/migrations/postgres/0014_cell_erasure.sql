CREATE TABLE "erased_cell" (
	"cell_id" text PRIMARY KEY NOT NULL,
	"erased_at_ms" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cell" ADD COLUMN "closed_at_ms" bigint;--> statement-breakpoint
DROP TRIGGER "audit_entry_append_only" ON "audit_entry";--> statement-breakpoint
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION "audit_entry_refuse"();--> statement-breakpoint
CREATE FUNCTION "audit_entry_refuse_delete"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM "erased_cell" WHERE "cell_id" = OLD."cell_id") THEN RAISE EXCEPTION 'audit_entry is append-only'; END IF; RETURN OLD; END $$;--> statement-breakpoint
CREATE TRIGGER "audit_entry_no_delete" BEFORE DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION "audit_entry_refuse_delete"();
