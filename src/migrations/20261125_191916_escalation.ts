import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`users\` ADD \`away_from\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`away_until\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`deputy_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`users_away_until_idx\` ON \`users\` (\`away_until\`);`)
  await db.run(sql`CREATE INDEX \`users_deputy_idx\` ON \`users\` (\`deputy_id\`);`)
  await db.run(sql`ALTER TABLE \`staff_notices\` ADD \`on_behalf_of\` text;`)
  await db.run(sql`CREATE INDEX \`inquiry_kind_at_idx\` ON \`staff_notices\` (\`inquiry\`,\`kind\`,\`at\`);`)
  await db.run(sql`ALTER TABLE \`association\` ADD \`escalation_manager_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`association\` ADD \`escalation_very_late_days\` numeric DEFAULT 3;`)
  await db.run(sql`CREATE INDEX \`association_escalation_escalation_manager_idx\` ON \`association\` (\`escalation_manager_id\`);`)
  await db.run(sql`ALTER TABLE \`_association_v\` ADD \`version_escalation_manager_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`_association_v\` ADD \`version_escalation_very_late_days\` numeric DEFAULT 3;`)
  await db.run(sql`CREATE INDEX \`_association_v_version_escalation_version_escalation_man_idx\` ON \`_association_v\` (\`version_escalation_manager_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`department_id\` text(36),
  	\`sees_restricted_cases\` integer DEFAULT false,
  	\`language\` text,
  	\`case_notices\` text DEFAULT 'at-once',
  	\`invited_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`department_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_users\`("id", "name", "email", "department_id", "sees_restricted_cases", "language", "case_notices", "invited_at", "updated_at", "created_at") SELECT "id", "name", "email", "department_id", "sees_restricted_cases", "language", "case_notices", "invited_at", "updated_at", "created_at" FROM \`users\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`ALTER TABLE \`__new_users\` RENAME TO \`users\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`users_name_idx\` ON \`users\` (\`name\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`users_department_idx\` ON \`users\` (\`department_id\`);`)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_association\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`registration_number\` text,
  	\`phone\` text,
  	\`email\` text,
  	\`response_targets_question\` numeric,
  	\`response_targets_guidance\` numeric,
  	\`response_targets_suggestion\` numeric,
  	\`response_targets_complaint\` numeric,
  	\`waiting_first_reminder\` numeric DEFAULT 3,
  	\`waiting_second_reminder\` numeric DEFAULT 7,
  	\`waiting_closing\` numeric DEFAULT 14,
  	\`retention_months\` numeric,
  	\`updated_by_id\` text(36),
  	\`updated_at\` text,
  	\`created_at\` text,
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_association\`("id", "registration_number", "phone", "email", "response_targets_question", "response_targets_guidance", "response_targets_suggestion", "response_targets_complaint", "waiting_first_reminder", "waiting_second_reminder", "waiting_closing", "retention_months", "updated_by_id", "updated_at", "created_at") SELECT "id", "registration_number", "phone", "email", "response_targets_question", "response_targets_guidance", "response_targets_suggestion", "response_targets_complaint", "waiting_first_reminder", "waiting_second_reminder", "waiting_closing", "retention_months", "updated_by_id", "updated_at", "created_at" FROM \`association\`;`)
  await db.run(sql`DROP TABLE \`association\`;`)
  await db.run(sql`ALTER TABLE \`__new_association\` RENAME TO \`association\`;`)
  await db.run(sql`CREATE INDEX \`association_updated_by_idx\` ON \`association\` (\`updated_by_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__association_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`version_registration_number\` text,
  	\`version_phone\` text,
  	\`version_email\` text,
  	\`version_response_targets_question\` numeric,
  	\`version_response_targets_guidance\` numeric,
  	\`version_response_targets_suggestion\` numeric,
  	\`version_response_targets_complaint\` numeric,
  	\`version_waiting_first_reminder\` numeric DEFAULT 3,
  	\`version_waiting_second_reminder\` numeric DEFAULT 7,
  	\`version_waiting_closing\` numeric DEFAULT 14,
  	\`version_retention_months\` numeric,
  	\`version_updated_by_id\` text(36),
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`version_updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__association_v\`("id", "version_registration_number", "version_phone", "version_email", "version_response_targets_question", "version_response_targets_guidance", "version_response_targets_suggestion", "version_response_targets_complaint", "version_waiting_first_reminder", "version_waiting_second_reminder", "version_waiting_closing", "version_retention_months", "version_updated_by_id", "version_updated_at", "version_created_at", "created_at", "updated_at") SELECT "id", "version_registration_number", "version_phone", "version_email", "version_response_targets_question", "version_response_targets_guidance", "version_response_targets_suggestion", "version_response_targets_complaint", "version_waiting_first_reminder", "version_waiting_second_reminder", "version_waiting_closing", "version_retention_months", "version_updated_by_id", "version_updated_at", "version_created_at", "created_at", "updated_at" FROM \`_association_v\`;`)
  await db.run(sql`DROP TABLE \`_association_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__association_v\` RENAME TO \`_association_v\`;`)
  await db.run(sql`CREATE INDEX \`_association_v_version_version_updated_by_idx\` ON \`_association_v\` (\`version_updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_association_v_created_at_idx\` ON \`_association_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_association_v_updated_at_idx\` ON \`_association_v\` (\`updated_at\`);`)
  await db.run(sql`DROP INDEX \`inquiry_kind_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`staff_notices\` DROP COLUMN \`on_behalf_of\`;`)
}
