import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`working_calendars_holidays\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name_ar\` text NOT NULL,
  	\`name_en\` text NOT NULL,
  	\`calendar\` text DEFAULT 'hijri' NOT NULL,
  	\`month\` text NOT NULL,
  	\`day\` numeric NOT NULL,
  	\`days\` numeric DEFAULT 1 NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`working_calendars\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`working_calendars_holidays_order_idx\` ON \`working_calendars_holidays\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`working_calendars_holidays_parent_id_idx\` ON \`working_calendars_holidays\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`working_calendars\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`valid_from\` text NOT NULL,
  	\`hours_sunday_opens\` text,
  	\`hours_sunday_closes\` text,
  	\`hours_monday_opens\` text,
  	\`hours_monday_closes\` text,
  	\`hours_tuesday_opens\` text,
  	\`hours_tuesday_closes\` text,
  	\`hours_wednesday_opens\` text,
  	\`hours_wednesday_closes\` text,
  	\`hours_thursday_opens\` text,
  	\`hours_thursday_closes\` text,
  	\`hours_friday_opens\` text,
  	\`hours_friday_closes\` text,
  	\`hours_saturday_opens\` text,
  	\`hours_saturday_closes\` text,
  	\`ramadan_opens\` text,
  	\`ramadan_closes\` text,
  	\`updated_by_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`working_calendars_valid_from_idx\` ON \`working_calendars\` (\`valid_from\`);`)
  await db.run(sql`CREATE INDEX \`working_calendars_updated_by_idx\` ON \`working_calendars\` (\`updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`working_calendars_updated_at_idx\` ON \`working_calendars\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`working_calendars_created_at_idx\` ON \`working_calendars\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`closures\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name_ar\` text NOT NULL,
  	\`name_en\` text NOT NULL,
  	\`first_day\` text NOT NULL,
  	\`last_day\` text,
  	\`updated_by_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`closures_first_day_idx\` ON \`closures\` (\`first_day\`);`)
  await db.run(sql`CREATE INDEX \`closures_updated_by_idx\` ON \`closures\` (\`updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`closures_updated_at_idx\` ON \`closures\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`closures_created_at_idx\` ON \`closures\` (\`created_at\`);`)
  await db.run(sql`DROP INDEX \`status_dueAt_idx\`;`)
  await db.run(sql`CREATE INDEX \`status_dueAt_receivedAt_idx\` ON \`inquiries\` (\`status\`,\`due_at\`,\`received_at\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`working_calendars_id\` text(36) REFERENCES working_calendars(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`closures_id\` text(36) REFERENCES closures(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_working_calendars_id_idx\` ON \`payload_locked_documents_rels\` (\`working_calendars_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_closures_id_idx\` ON \`payload_locked_documents_rels\` (\`closures_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`working_calendars_holidays\`;`)
  await db.run(sql`DROP TABLE \`working_calendars\`;`)
  await db.run(sql`DROP TABLE \`closures\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	\`departments_id\` text(36),
  	\`pages_id\` text(36),
  	\`media_id\` text(36),
  	\`policies_id\` text(36),
  	\`editions_id\` text(36),
  	\`services_id\` text(36),
  	\`search_synonyms_id\` text(36),
  	\`surveys_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`departments_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`pages_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`policies_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`editions_id\`) REFERENCES \`editions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`services_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`search_synonyms_id\`) REFERENCES \`search_synonyms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`surveys_id\`) REFERENCES \`surveys\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "users_id", "departments_id", "pages_id", "media_id", "policies_id", "editions_id", "services_id", "search_synonyms_id", "surveys_id") SELECT "id", "order", "parent_id", "path", "users_id", "departments_id", "pages_id", "media_id", "policies_id", "editions_id", "services_id", "search_synonyms_id", "surveys_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_departments_id_idx\` ON \`payload_locked_documents_rels\` (\`departments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_pages_id_idx\` ON \`payload_locked_documents_rels\` (\`pages_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_policies_id_idx\` ON \`payload_locked_documents_rels\` (\`policies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_editions_id_idx\` ON \`payload_locked_documents_rels\` (\`editions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_services_id_idx\` ON \`payload_locked_documents_rels\` (\`services_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_search_synonyms_id_idx\` ON \`payload_locked_documents_rels\` (\`search_synonyms_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_surveys_id_idx\` ON \`payload_locked_documents_rels\` (\`surveys_id\`);`)
  await db.run(sql`DROP INDEX \`status_dueAt_receivedAt_idx\`;`)
  await db.run(sql`CREATE INDEX \`status_dueAt_idx\` ON \`inquiries\` (\`status\`,\`due_at\`);`)
}
