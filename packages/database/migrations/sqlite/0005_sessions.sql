CREATE TABLE `account_recovery` (
	`secret_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`cell_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	FOREIGN KEY (`cell_id`,`account_id`) REFERENCES `account`(`cell_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `account_session` ADD `user_agent` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `account_session` ADD `last_used_at_ms` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `account_session_account_id` ON `account_session` (`cell_id`,`account_id`);