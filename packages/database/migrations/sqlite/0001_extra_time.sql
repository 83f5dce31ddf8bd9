ALTER TABLE `member` ADD `time_percent` integer DEFAULT 100 NOT NULL;--> statement-breakpoint
ALTER TABLE `result` ADD `time_percent` integer DEFAULT 100 NOT NULL;