ALTER TABLE `member` ADD `erased_at_ms` integer;--> statement-breakpoint
ALTER TABLE `member` ADD `erased_number` integer;