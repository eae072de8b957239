import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`attachments\` ADD \`slot_key\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`attachments_slot_key_idx\` ON \`attachments\` (\`slot_key\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`attachments_slot_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`attachments\` DROP COLUMN \`slot_key\`;`)
}
