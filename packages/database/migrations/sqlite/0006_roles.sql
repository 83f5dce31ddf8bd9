CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`cell_id` text NOT NULL,
	`role` text NOT NULL,
	`secret_hash` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	`accepted_by` text,
	`accepted_at_ms` integer,
	`revoked_at_ms` integer,
	FOREIGN KEY (`cell_id`,`invited_by`) REFERENCES `account`(`cell_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cell_id`,`accepted_by`) REFERENCES `account`(`cell_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_secret_hash_unique` ON `invitation` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `invitation_cell` ON `invitation` (`cell_id`,`created_at_ms`);--> statement-breakpoint
ALTER TABLE `account` ADD `role` text DEFAULT 'owner' NOT NULL;--> statement-breakpoint
ALTER TABLE `account` ADD `removed_at_ms` integer;