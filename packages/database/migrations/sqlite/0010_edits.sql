ALTER TABLE `cell` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `cell` ADD `changed_by` text;--> statement-breakpoint
ALTER TABLE `cell` ADD `changed_at_ms` integer;--> statement-breakpoint
ALTER TABLE `contest` ADD `changed_by` text;--> statement-breakpoint
ALTER TABLE `contest` ADD `changed_at_ms` integer;--> statement-breakpoint
ALTER TABLE `member` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `member` ADD `changed_by` text;--> statement-breakpoint
ALTER TABLE `member` ADD `changed_at_ms` integer;