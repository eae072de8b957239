import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`inquiries\` ADD \`follow_up_at\` text;`)
  await db.run(sql`ALTER TABLE \`inquiries\` ADD \`outcome\` text;`)
  await db.run(sql`CREATE INDEX \`inquiries_follow_up_at_idx\` ON \`inquiries\` (\`follow_up_at\`);`)
  await db.run(sql`CREATE INDEX \`outcome_receivedAt_idx\` ON \`inquiries\` (\`outcome\`,\`received_at\`);`)
  await db.run(sql`ALTER TABLE \`inquiry_events\` ADD \`outcome\` text;`)
  await db.run(sql`ALTER TABLE \`inquiry_events\` ADD \`waiting_days\` text;`)
  await db.run(sql`ALTER TABLE \`association\` ADD \`waiting_first_reminder\` numeric DEFAULT 3;`)
  await db.run(sql`ALTER TABLE \`association\` ADD \`waiting_second_reminder\` numeric DEFAULT 7;`)
  await db.run(sql`ALTER TABLE \`association\` ADD \`waiting_closing\` numeric DEFAULT 14;`)
  await db.run(sql`ALTER TABLE \`_association_v\` ADD \`version_waiting_first_reminder\` numeric DEFAULT 3;`)
  await db.run(sql`ALTER TABLE \`_association_v\` ADD \`version_waiting_second_reminder\` numeric DEFAULT 7;`)
  await db.run(sql`ALTER TABLE \`_association_v\` ADD \`version_waiting_closing\` numeric DEFAULT 14;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`inquiries_follow_up_at_idx\`;`)
  await db.run(sql`DROP INDEX \`outcome_receivedAt_idx\`;`)
  await db.run(sql`ALTER TABLE \`inquiries\` DROP COLUMN \`follow_up_at\`;`)
  await db.run(sql`ALTER TABLE \`inquiries\` DROP COLUMN \`outcome\`;`)
  await db.run(sql`ALTER TABLE \`inquiry_events\` DROP COLUMN \`outcome\`;`)
  await db.run(sql`ALTER TABLE \`inquiry_events\` DROP COLUMN \`waiting_days\`;`)
  await db.run(sql`ALTER TABLE \`association\` DROP COLUMN \`waiting_first_reminder\`;`)
  await db.run(sql`ALTER TABLE \`association\` DROP COLUMN \`waiting_second_reminder\`;`)
  await db.run(sql`ALTER TABLE \`association\` DROP COLUMN \`waiting_closing\`;`)
  await db.run(sql`ALTER TABLE \`_association_v\` DROP COLUMN \`version_waiting_first_reminder\`;`)
  await db.run(sql`ALTER TABLE \`_association_v\` DROP COLUMN \`version_waiting_second_reminder\`;`)
  await db.run(sql`ALTER TABLE \`_association_v\` DROP COLUMN \`version_waiting_closing\`;`)
}
