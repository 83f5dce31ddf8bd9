ALTER TABLE `cell` ADD `member_proof` text DEFAULT 'name' NOT NULL;--> statement-breakpoint
ALTER TABLE `device` ADD `proved_by` text DEFAULT 'name' NOT NULL;--> statement-breakpoint
ALTER TABLE `member` ADD `pin_hash` text;