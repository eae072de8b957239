import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`appointment_times\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`starts_at\` text NOT NULL,
  	\`minutes\` numeric DEFAULT 30 NOT NULL,
  	\`place_ar\` text NOT NULL,
  	\`place_en\` text NOT NULL,
  	\`department_id\` text(36),
  	\`note_ar\` text,
  	\`note_en\` text,
  	\`state\` text DEFAULT 'open' NOT NULL,
  	\`slot_key\` text NOT NULL,
  	\`updated_by_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`department_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`appointment_times_starts_at_idx\` ON \`appointment_times\` (\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`appointment_times_department_idx\` ON \`appointment_times\` (\`department_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`appointment_times_slot_key_idx\` ON \`appointment_times\` (\`slot_key\`);`)
  await db.run(sql`CREATE INDEX \`appointment_times_updated_by_idx\` ON \`appointment_times\` (\`updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`appointment_times_updated_at_idx\` ON \`appointment_times\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`appointment_times_created_at_idx\` ON \`appointment_times\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_startsAt_idx\` ON \`appointment_times\` (\`state\`,\`starts_at\`);`)
  await db.run(sql`CREATE TABLE \`appointments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`time_id\` text(36) NOT NULL,
  	\`taken_key\` text NOT NULL,
  	\`starts_at\` text NOT NULL,
  	\`minutes\` numeric NOT NULL,
  	\`place_ar\` text NOT NULL,
  	\`place_en\` text NOT NULL,
  	\`department_id\` text(36),
  	\`inquiry_id\` text(36),
  	\`state\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`name\` text,
  	\`phone\` text,
  	\`email\` text,
  	\`about\` text,
  	\`reason\` text,
  	\`cancelled_by\` text,
  	\`contact_hash\` text NOT NULL,
  	\`locale\` text NOT NULL,
  	\`consent_version\` text NOT NULL,
  	\`booked_at\` text NOT NULL,
  	\`submission_key\` text NOT NULL,
  	\`content_hash\` text NOT NULL,
  	\`proof\` text NOT NULL,
  	\`reminder_at\` text,
  	\`mail_kind\` text NOT NULL,
  	\`erased_at\` text,
  	\`mail_state\` text DEFAULT 'none' NOT NULL,
  	\`mail_next_at\` text,
  	\`mail_attempts\` numeric DEFAULT 0 NOT NULL,
  	\`mail_sent_at\` text,
  	FOREIGN KEY (\`time_id\`) REFERENCES \`appointment_times\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`department_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`inquiry_id\`) REFERENCES \`inquiries\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`appointments_time_idx\` ON \`appointments\` (\`time_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`appointments_taken_key_idx\` ON \`appointments\` (\`taken_key\`);`)
  await db.run(sql`CREATE INDEX \`appointments_starts_at_idx\` ON \`appointments\` (\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`appointments_department_idx\` ON \`appointments\` (\`department_id\`);`)
  await db.run(sql`CREATE INDEX \`appointments_inquiry_idx\` ON \`appointments\` (\`inquiry_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`appointments_submission_key_idx\` ON \`appointments\` (\`submission_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`appointments_proof_idx\` ON \`appointments\` (\`proof\`);`)
  await db.run(sql`CREATE INDEX \`appointments_reminder_at_idx\` ON \`appointments\` (\`reminder_at\`);`)
  await db.run(sql`CREATE INDEX \`mailState_mailNextAt_6_idx\` ON \`appointments\` (\`mail_state\`,\`mail_next_at\`);`)
  await db.run(sql`CREATE INDEX \`contactHash_startsAt_idx\` ON \`appointments\` (\`contact_hash\`,\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`department_startsAt_idx\` ON \`appointments\` (\`department_id\`,\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`erasedAt_startsAt_idx\` ON \`appointments\` (\`erased_at\`,\`starts_at\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`appointment_times_id\` text(36) REFERENCES appointment_times(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_appointment_times_id_idx\` ON \`payload_locked_documents_rels\` (\`appointment_times_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`appointment_times\`;`)
  await db.run(sql`DROP TABLE \`appointments\`;`)
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
  	\`working_calendars_id\` text(36),
  	\`closures_id\` text(36),
  	\`saved_replies_id\` text(36),
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
  	FOREIGN KEY (\`working_calendars_id\`) REFERENCES \`working_calendars\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`closures_id\`) REFERENCES \`closures\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`saved_replies_id\`) REFERENCES \`saved_replies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`surveys_id\`) REFERENCES \`surveys\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "users_id", "departments_id", "pages_id", "media_id", "policies_id", "editions_id", "services_id", "search_synonyms_id", "working_calendars_id", "closures_id", "saved_replies_id", "surveys_id") SELECT "id", "order", "parent_id", "path", "users_id", "departments_id", "pages_id", "media_id", "policies_id", "editions_id", "services_id", "search_synonyms_id", "working_calendars_id", "closures_id", "saved_replies_id", "surveys_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_working_calendars_id_idx\` ON \`payload_locked_documents_rels\` (\`working_calendars_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_closures_id_idx\` ON \`payload_locked_documents_rels\` (\`closures_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_saved_replies_id_idx\` ON \`payload_locked_documents_rels\` (\`saved_replies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_surveys_id_idx\` ON \`payload_locked_documents_rels\` (\`surveys_id\`);`)
}
