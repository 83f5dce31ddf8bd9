CREATE TABLE `erased_cell` (
	`cell_id` text PRIMARY KEY NOT NULL,
	`erased_at_ms` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `cell` ADD `closed_at_ms` integer;--> statement-breakpoint
DROP TRIGGER `audit_entry_no_delete`;--> statement-breakpoint
CREATE TRIGGER `audit_entry_no_delete` BEFORE DELETE ON `audit_entry` WHEN NOT EXISTS (SELECT 1 FROM `erased_cell` WHERE `cell_id` = OLD.`cell_id`) BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
