import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`unanswered_searches\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`words\` text NOT NULL,
  	\`locale\` text NOT NULL,
  	\`count\` numeric NOT NULL,
  	\`first_asked_on\` text NOT NULL,
  	\`last_asked_on\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`unanswered_searches_key_idx\` ON \`unanswered_searches\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`unanswered_searches_count_idx\` ON \`unanswered_searches\` (\`count\`);`)
  await db.run(sql`CREATE INDEX \`unanswered_searches_first_asked_on_idx\` ON \`unanswered_searches\` (\`first_asked_on\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`unanswered_searches\`;`)
}
