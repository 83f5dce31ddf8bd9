CREATE TABLE `audit_entry` (
	`cell_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at_ms` integer NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`contest_id` text,
	`member_id` text,
	`account_id` text,
	`question` integer,
	`detail` text,
	PRIMARY KEY(`cell_id`, `seq`),
	FOREIGN KEY (`cell_id`) REFERENCES `cell`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TRIGGER `audit_entry_no_update` BEFORE UPDATE ON `audit_entry` BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `audit_entry_no_delete` BEFORE DELETE ON `audit_entry` BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
