import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`inquiries_follow_up_at_idx\`;`)
  await db.run(sql`CREATE INDEX \`followUpAt_receivedAt_idx\` ON \`inquiries\` (\`follow_up_at\`,\`received_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`followUpAt_receivedAt_idx\`;`)
  await db.run(sql`CREATE INDEX \`inquiries_follow_up_at_idx\` ON \`inquiries\` (\`follow_up_at\`);`)
}
