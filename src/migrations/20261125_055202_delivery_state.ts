import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`inquiries\` ADD \`is_undelivered\` integer DEFAULT false NOT NULL;`)
  await db.run(sql`ALTER TABLE \`inquiries\` ADD \`erasure_started_at\` text;`)
  await db.run(sql`CREATE INDEX \`isUndelivered_lastEventAt_idx\` ON \`inquiries\` (\`is_undelivered\`,\`last_event_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`isUndelivered_lastEventAt_idx\`;`)
  await db.run(sql`ALTER TABLE \`inquiries\` DROP COLUMN \`is_undelivered\`;`)
  await db.run(sql`ALTER TABLE \`inquiries\` DROP COLUMN \`erasure_started_at\`;`)
}
