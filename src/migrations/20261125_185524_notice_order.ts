import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`inquiries_due_notice_at_idx\`;`)
  await db.run(sql`DROP INDEX \`inquiries_notices_due_at_idx\`;`)
  await db.run(sql`CREATE INDEX \`noticesDueAt_receivedAt_idx\` ON \`inquiries\` (\`notices_due_at\`,\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`dueNoticeAt_dueAt_idx\` ON \`inquiries\` (\`due_notice_at\`,\`due_at\`);`)
  await db.run(sql`DROP INDEX \`inquiry_events_notices_due_at_idx\`;`)
  await db.run(sql`CREATE INDEX \`noticesDueAt_at_idx\` ON \`inquiry_events\` (\`notices_due_at\`,\`at\`);`)
  await db.run(sql`DROP INDEX \`staff_notices_mail_key_idx\`;`)
  await db.run(sql`DROP INDEX \`recipient_inquiry_idx\`;`)
  await db.run(sql`CREATE INDEX \`recipient_inquiry_at_idx\` ON \`staff_notices\` (\`recipient\`,\`inquiry\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`mailKey_at_idx\` ON \`staff_notices\` (\`mail_key\`,\`at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`noticesDueAt_receivedAt_idx\`;`)
  await db.run(sql`DROP INDEX \`dueNoticeAt_dueAt_idx\`;`)
  await db.run(sql`CREATE INDEX \`inquiries_due_notice_at_idx\` ON \`inquiries\` (\`due_notice_at\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_notices_due_at_idx\` ON \`inquiries\` (\`notices_due_at\`);`)
  await db.run(sql`DROP INDEX \`noticesDueAt_at_idx\`;`)
  await db.run(sql`CREATE INDEX \`inquiry_events_notices_due_at_idx\` ON \`inquiry_events\` (\`notices_due_at\`);`)
  await db.run(sql`DROP INDEX \`recipient_inquiry_at_idx\`;`)
  await db.run(sql`DROP INDEX \`mailKey_at_idx\`;`)
  await db.run(sql`CREATE INDEX \`staff_notices_mail_key_idx\` ON \`staff_notices\` (\`mail_key\`);`)
  await db.run(sql`CREATE INDEX \`recipient_inquiry_idx\` ON \`staff_notices\` (\`recipient\`,\`inquiry\`);`)
}
