CREATE TABLE `administration_entry` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at_ms` integer NOT NULL,
	`administrator_id` text,
	`action` text NOT NULL,
	`cell_id` text,
	`detail` text
);
--> statement-breakpoint
CREATE TABLE `administrator` (
	`id` text PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`password_hash` text,
	`created_at_ms` integer NOT NULL,
	`removed_at_ms` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `administrator_login_unique` ON `administrator` (`login`);--> statement-breakpoint
CREATE TABLE `administrator_link` (
	`secret_hash` text PRIMARY KEY NOT NULL,
	`administrator_id` text NOT NULL,
	`expires_at_ms` integer NOT NULL,
	FOREIGN KEY (`administrator_id`) REFERENCES `administrator`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `administrator_session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`administrator_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	FOREIGN KEY (`administrator_id`) REFERENCES `administrator`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `installation` (
	`id` text PRIMARY KEY NOT NULL,
	`most_cells` integer,
	`most_members` integer,
	`most_contests` integer
);
--> statement-breakpoint
CREATE TABLE `__new_invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`cell_id` text NOT NULL,
	`role` text NOT NULL,
	`secret_hash` text NOT NULL,
	`invited_by` text,
	`invitee_name` text,
	`created_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	`accepted_by` text,
	`accepted_at_ms` integer,
	`revoked_at_ms` integer,
	FOREIGN KEY (`cell_id`) REFERENCES `cell`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cell_id`,`invited_by`) REFERENCES `account`(`cell_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cell_id`,`accepted_by`) REFERENCES `account`(`cell_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_invitation`("id", "cell_id", "role", "secret_hash", "invited_by", "invitee_name", "created_at_ms", "expires_at_ms", "accepted_by", "accepted_at_ms", "revoked_at_ms") SELECT "id", "cell_id", "role", "secret_hash", "invited_by", NULL, "created_at_ms", "expires_at_ms", "accepted_by", "accepted_at_ms", "revoked_at_ms" FROM `invitation`;--> statement-breakpoint
DROP TABLE `invitation`;--> statement-breakpoint
ALTER TABLE `__new_invitation` RENAME TO `invitation`;--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_secret_hash_unique` ON `invitation` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `invitation_cell` ON `invitation` (`cell_id`,`created_at_ms`);--> statement-breakpoint
CREATE TRIGGER `administration_entry_no_update` BEFORE UPDATE ON `administration_entry` BEGIN SELECT RAISE(ABORT, 'administration_entry is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `administration_entry_no_delete` BEFORE DELETE ON `administration_entry` BEGIN SELECT RAISE(ABORT, 'administration_entry is append-only'); END;
