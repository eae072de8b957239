import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`staff_credentials\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`account\` text NOT NULL,
  	\`password_hash\` text,
  	\`password_set_at\` text,
  	\`totp_secret\` text,
  	\`totp_step\` numeric DEFAULT 0 NOT NULL,
  	\`totp_since\` text,
  	\`recovery_codes\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`staff_credentials_account_idx\` ON \`staff_credentials\` (\`account\`);`)
  await db.run(sql`CREATE TABLE \`staff_sessions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`token_hash\` text NOT NULL,
  	\`account\` text NOT NULL,
  	\`started_at\` text NOT NULL,
  	\`seen_at\` text NOT NULL,
  	\`expires_at\` text NOT NULL,
  	\`device\` text,
  	\`network\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`staff_sessions_token_hash_idx\` ON \`staff_sessions\` (\`token_hash\`);`)
  await db.run(sql`CREATE INDEX \`staff_sessions_expires_at_idx\` ON \`staff_sessions\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`account_startedAt_idx\` ON \`staff_sessions\` (\`account\`,\`started_at\`);`)
  await db.run(sql`CREATE TABLE \`staff_mails\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`account\` text,
  	\`recipient\` text,
  	\`queued_at\` text NOT NULL,
  	\`mail_state\` text DEFAULT 'none' NOT NULL,
  	\`mail_next_at\` text,
  	\`mail_attempts\` numeric DEFAULT 0 NOT NULL,
  	\`mail_sent_at\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`staff_mails_queued_at_idx\` ON \`staff_mails\` (\`queued_at\`);`)
  await db.run(sql`CREATE INDEX \`mailState_mailNextAt_3_idx\` ON \`staff_mails\` (\`mail_state\`,\`mail_next_at\`);`)
  await db.run(sql`CREATE INDEX \`account_queuedAt_idx\` ON \`staff_mails\` (\`account\`,\`queued_at\`);`)
  await db.run(sql`CREATE TABLE \`security_events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`at\` text NOT NULL,
  	\`type\` text NOT NULL,
  	\`account\` text,
  	\`actor\` text,
  	\`reason\` text,
  	\`detail\` text,
  	\`device\` text,
  	\`network\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`security_events_at_idx\` ON \`security_events\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`security_events_type_idx\` ON \`security_events\` (\`type\`);`)
  await db.run(sql`CREATE INDEX \`account_at_idx\` ON \`security_events\` (\`account\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`sign_in_second_factor_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`sign_in\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`sign_in_second_factor_roles_order_idx\` ON \`sign_in_second_factor_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`sign_in_second_factor_roles_parent_idx\` ON \`sign_in_second_factor_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`sign_in\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`grace_days\` numeric DEFAULT 14 NOT NULL,
  	\`required_since\` text,
  	\`updated_by_id\` text(36),
  	\`updated_at\` text,
  	\`created_at\` text,
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`sign_in_updated_by_idx\` ON \`sign_in\` (\`updated_by_id\`);`)
  // By hand: passwords move to the accounts' credentials, in the form of src/platform/passwords/password-hash.ts.
  await db.run(sql`INSERT INTO \`staff_credentials\` (\`id\`, \`account\`, \`password_hash\`, \`password_set_at\`, \`totp_step\`)
    SELECT \`id\`, \`id\`,
      CASE WHEN \`hash\` LIKE 'pbkdf2-sha256-v1:%' THEN 'pbkdf2-sha256-v1:' || \`salt\` || ':' || substr(\`hash\`, 18)
        ELSE 'earlier:' || \`salt\` || ':' || \`hash\` END,
      \`updated_at\`, 0
    FROM \`users\` WHERE \`hash\` IS NOT NULL AND \`salt\` IS NOT NULL;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`language\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`invited_at\` text;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`reset_password_token\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`reset_password_expiration\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`salt\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`hash\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`reset_password_requested_at\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`login_attempts\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`lock_until\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`DROP TABLE \`staff_credentials\`;`)
  await db.run(sql`DROP TABLE \`staff_sessions\`;`)
  await db.run(sql`DROP TABLE \`staff_mails\`;`)
  await db.run(sql`DROP TABLE \`security_events\`;`)
  await db.run(sql`DROP TABLE \`sign_in_second_factor_roles\`;`)
  await db.run(sql`DROP TABLE \`sign_in\`;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`reset_password_token\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`reset_password_expiration\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`salt\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`hash\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`reset_password_requested_at\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`login_attempts\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`lock_until\` text;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`language\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`invited_at\`;`)
}
