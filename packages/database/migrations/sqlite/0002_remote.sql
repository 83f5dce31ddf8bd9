CREATE TABLE `contest_remote` (
	`contest_id` text PRIMARY KEY NOT NULL,
	`cell_id` text NOT NULL,
	`account_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`cell_id`,`contest_id`) REFERENCES `contest`(`cell_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contest_remote_token_hash_unique` ON `contest_remote` (`token_hash`);