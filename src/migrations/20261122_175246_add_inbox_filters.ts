import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE INDEX \`kind_receivedAt_idx\` ON \`inquiries\` (\`kind\`,\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`channel_receivedAt_idx\` ON \`inquiries\` (\`channel\`,\`received_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`kind_receivedAt_idx\`;`)
  await db.run(sql`DROP INDEX \`channel_receivedAt_idx\`;`)
}
