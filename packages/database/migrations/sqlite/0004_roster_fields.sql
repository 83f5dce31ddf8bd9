ALTER TABLE `member` ADD `position` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `member` ADD `birthday` text;