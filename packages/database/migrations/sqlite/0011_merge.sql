CREATE TABLE `member_merge` (
	`member_id` text PRIMARY KEY NOT NULL,
	`cell_id` text NOT NULL,
	`into_member_id` text NOT NULL,
	`merged_by` text NOT NULL,
	`merged_at_ms` integer NOT NULL,
	FOREIGN KEY (`cell_id`,`member_id`) REFERENCES `member`(`cell_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`cell_id`,`into_member_id`) REFERENCES `member`(`cell_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `member_merge_cell` ON `member_merge` (`cell_id`);