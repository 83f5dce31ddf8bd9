CREATE TABLE `member_link` (
	`member_id` text PRIMARY KEY NOT NULL,
	`cell_id` text NOT NULL,
	`secret_hash` text NOT NULL,
	`made_at_ms` integer NOT NULL,
	`used_at_ms` integer,
	FOREIGN KEY (`cell_id`,`member_id`) REFERENCES `member`(`cell_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_link_secret_hash_unique` ON `member_link` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `member_link_cell` ON `member_link` (`cell_id`);