import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`inquiries\` ADD \`erased_at\` text;`)
  await db.run(sql`CREATE INDEX \`erasedAt_status_lastEventAt_idx\` ON \`inquiries\` (\`erased_at\`,\`status\`,\`last_event_at\`);`)
  await db.run(sql`ALTER TABLE \`association\` ADD \`retention_months\` numeric;`)
  await db.run(sql`ALTER TABLE \`_association_v\` ADD \`version_retention_months\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`erasedAt_status_lastEventAt_idx\`;`)
  await db.run(sql`ALTER TABLE \`inquiries\` DROP COLUMN \`erased_at\`;`)
  await db.run(sql`ALTER TABLE \`association\` DROP COLUMN \`retention_months\`;`)
  await db.run(sql`ALTER TABLE \`_association_v\` DROP COLUMN \`version_retention_months\`;`)
}
