import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`staff_notices\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`recipient\` text NOT NULL,
  	\`inquiry\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`due_at\` text,
  	\`is_own\` integer DEFAULT false NOT NULL,
  	\`is_unseen\` integer DEFAULT true NOT NULL,
  	\`mail_key\` text,
  	\`mail_at\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`staff_notices_key_idx\` ON \`staff_notices\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`staff_notices_at_idx\` ON \`staff_notices\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`staff_notices_mail_key_idx\` ON \`staff_notices\` (\`mail_key\`);`)
  await db.run(sql`CREATE INDEX \`recipient_isUnseen_at_idx\` ON \`staff_notices\` (\`recipient\`,\`is_unseen\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`recipient_inquiry_idx\` ON \`staff_notices\` (\`recipient\`,\`inquiry\`);`)
  await db.run(sql`CREATE TABLE \`staff_notice_mails\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`recipient\` text NOT NULL,
  	\`is_digest\` integer DEFAULT false NOT NULL,
  	\`queued_at\` text NOT NULL,
  	\`mail_state\` text DEFAULT 'none' NOT NULL,
  	\`mail_next_at\` text,
  	\`mail_attempts\` numeric DEFAULT 0 NOT NULL,
  	\`mail_sent_at\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`staff_notice_mails_key_idx\` ON \`staff_notice_mails\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`staff_notice_mails_queued_at_idx\` ON \`staff_notice_mails\` (\`queued_at\`);`)
  await db.run(sql`CREATE INDEX \`mailState_mailNextAt_5_idx\` ON \`staff_notice_mails\` (\`mail_state\`,\`mail_next_at\`);`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`case_notices\` text DEFAULT 'at-once';`)
  await db.run(sql`ALTER TABLE \`inquiries\` ADD \`due_notice_at\` text;`)
  await db.run(sql`ALTER TABLE \`inquiries\` ADD \`notices_due_at\` text;`)
  await db.run(sql`CREATE INDEX \`inquiries_due_notice_at_idx\` ON \`inquiries\` (\`due_notice_at\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_notices_due_at_idx\` ON \`inquiries\` (\`notices_due_at\`);`)
  await db.run(sql`ALTER TABLE \`inquiry_events\` ADD \`notices_due_at\` text;`)
  await db.run(sql`CREATE INDEX \`inquiry_events_notices_due_at_idx\` ON \`inquiry_events\` (\`notices_due_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`staff_notices\`;`)
  await db.run(sql`DROP TABLE \`staff_notice_mails\`;`)
  await db.run(sql`DROP INDEX \`inquiries_due_notice_at_idx\`;`)
  await db.run(sql`DROP INDEX \`inquiries_notices_due_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`inquiries\` DROP COLUMN \`due_notice_at\`;`)
  await db.run(sql`ALTER TABLE \`inquiries\` DROP COLUMN \`notices_due_at\`;`)
  await db.run(sql`DROP INDEX \`inquiry_events_notices_due_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`inquiry_events\` DROP COLUMN \`notices_due_at\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`case_notices\`;`)
}
