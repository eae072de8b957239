import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`appointments_reminder_at_idx\`;`)
  await db.run(sql`CREATE INDEX \`reminderAt_startsAt_idx\` ON \`appointments\` (\`reminder_at\`,\`starts_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`reminderAt_startsAt_idx\`;`)
  await db.run(sql`CREATE INDEX \`appointments_reminder_at_idx\` ON \`appointments\` (\`reminder_at\`);`)
}
