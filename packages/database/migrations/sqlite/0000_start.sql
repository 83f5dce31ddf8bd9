CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`cell_id` text NOT NULL,
	`login` text NOT NULL,
	`display_name` text NOT NULL,
	`password_hash` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`cell_id`) REFERENCES `cell`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_login_unique` ON `account` (`login`);--> statement-breakpoint
CREATE UNIQUE INDEX `account_cell_id` ON `account` (`cell_id`,`id`);--> statement-breakpoint
CREATE TABLE `account_session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`cell_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	FOREIGN KEY (`cell_id`,`account_id`) REFERENCES `account`(`cell_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_session_expiry` ON `account_session` (`expires_at_ms`);--> statement-breakpoint
CREATE TABLE `award` (
	`cell_id` text NOT NULL,
	`contest_id` text NOT NULL,
	`month` text NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`through_seq` integer NOT NULL,
	PRIMARY KEY(`contest_id`, `member_id`, `kind`),
	FOREIGN KEY (`cell_id`,`contest_id`) REFERENCES `contest`(`cell_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `award_month` ON `award` (`cell_id`,`month`);--> statement-breakpoint
CREATE TABLE `cell` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`board_key` text NOT NULL,
	`public_places` text DEFAULT 'top-3' NOT NULL,
	`created_at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cell_board_key_unique` ON `cell` (`board_key`);--> statement-breakpoint
CREATE TABLE `contest` (
	`id` text PRIMARY KEY NOT NULL,
	`cell_id` text NOT NULL,
	`month` text NOT NULL,
	`title` text NOT NULL,
	`settings` text NOT NULL,
	`draft` text NOT NULL,
	`revision` integer NOT NULL,
	`stage` text NOT NULL,
	`room_code` text,
	`screen_key` text,
	`created_at_ms` integer NOT NULL,
	`settled_at_ms` integer,
	FOREIGN KEY (`cell_id`) REFERENCES `cell`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contest_room_code_unique` ON `contest` (`room_code`);--> statement-breakpoint
CREATE UNIQUE INDEX `contest_screen_key_unique` ON `contest` (`screen_key`);--> statement-breakpoint
CREATE INDEX `contest_month` ON `contest` (`cell_id`,`month`);--> statement-breakpoint
CREATE UNIQUE INDEX `contest_cell_id` ON `contest` (`cell_id`,`id`);--> statement-breakpoint
CREATE TABLE `contest_content` (
	`contest_id` text PRIMARY KEY NOT NULL,
	`cell_id` text NOT NULL,
	`body` text NOT NULL,
	`hash` text NOT NULL,
	`frozen_at_ms` integer NOT NULL,
	FOREIGN KEY (`cell_id`,`contest_id`) REFERENCES `contest`(`cell_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `contest_log` (
	`contest_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at_ms` integer NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`opening_id` text,
	`member_id` text,
	`body` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`contest_id`, `seq`),
	FOREIGN KEY (`contest_id`) REFERENCES `contest`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contest_log_one_answer` ON `contest_log` (`opening_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `device` (
	`id` text PRIMARY KEY NOT NULL,
	`cell_id` text NOT NULL,
	`member_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`revoked_at_ms` integer,
	FOREIGN KEY (`cell_id`,`member_id`) REFERENCES `member`(`cell_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `device_token_hash_unique` ON `device` (`token_hash`);--> statement-breakpoint
CREATE INDEX `device_member` ON `device` (`cell_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `excusal` (
	`cell_id` text NOT NULL,
	`contest_id` text NOT NULL,
	`member_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	PRIMARY KEY(`contest_id`, `member_id`),
	FOREIGN KEY (`cell_id`,`contest_id`) REFERENCES `contest`(`cell_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`cell_id`,`member_id`) REFERENCES `member`(`cell_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `member` (
	`id` text PRIMARY KEY NOT NULL,
	`cell_id` text NOT NULL,
	`name` text NOT NULL,
	`group_name` text DEFAULT '' NOT NULL,
	`ranked` integer NOT NULL,
	`active` integer NOT NULL,
	`from_month` text NOT NULL,
	`to_month` text,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`cell_id`) REFERENCES `cell`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_cell_id` ON `member` (`cell_id`,`id`);--> statement-breakpoint
CREATE TABLE `result` (
	`cell_id` text NOT NULL,
	`contest_id` text NOT NULL,
	`member_id` text NOT NULL,
	`rank` integer,
	`ranked` integer NOT NULL,
	`took_part` integer NOT NULL,
	`score_units` integer NOT NULL,
	`right_count` integer NOT NULL,
	`total_millis` integer NOT NULL,
	`error_millis` integer NOT NULL,
	`full_millis` integer NOT NULL,
	`through_seq` integer NOT NULL,
	PRIMARY KEY(`contest_id`, `member_id`),
	FOREIGN KEY (`cell_id`,`contest_id`) REFERENCES `contest`(`cell_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `result_cell` ON `result` (`cell_id`,`contest_id`);