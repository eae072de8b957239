import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`link_requests\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`contact_kind\` text NOT NULL,
  	\`contact_index\` text NOT NULL,
  	\`reference\` text,
  	\`locale\` text NOT NULL,
  	\`requested_at\` text NOT NULL,
  	\`mail_state\` text DEFAULT 'none' NOT NULL,
  	\`mail_next_at\` text,
  	\`mail_attempts\` numeric DEFAULT 0 NOT NULL,
  	\`mail_sent_at\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`link_requests_key_idx\` ON \`link_requests\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`link_requests_requested_at_idx\` ON \`link_requests\` (\`requested_at\`);`)
  await db.run(sql`CREATE INDEX \`mailState_mailNextAt_4_idx\` ON \`link_requests\` (\`mail_state\`,\`mail_next_at\`);`)
  await db.run(sql`ALTER TABLE \`inquiries\` ADD \`code_issue\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`link_requests\`;`)
  await db.run(sql`ALTER TABLE \`inquiries\` DROP COLUMN \`code_issue\`;`)
}
