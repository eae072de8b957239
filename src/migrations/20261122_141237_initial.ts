import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`users_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_roles_order_idx\` ON \`users_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_roles_parent_idx\` ON \`users_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`inquiries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`reference\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`channel\` text NOT NULL,
  	\`service_slug\` text,
  	\`subject\` text NOT NULL,
  	\`message\` text NOT NULL,
  	\`name\` text,
  	\`phone\` text,
  	\`email\` text,
  	\`phone_index\` text,
  	\`email_index\` text,
  	\`is_anonymous\` integer DEFAULT false NOT NULL,
  	\`reply_channel\` text NOT NULL,
  	\`locale\` text NOT NULL,
  	\`consent_version\` text NOT NULL,
  	\`consent_at\` text NOT NULL,
  	\`received_at\` text NOT NULL,
  	\`target_days\` numeric,
  	\`status\` text DEFAULT 'new' NOT NULL,
  	\`assignee_id\` text(36),
  	\`department\` text,
  	\`is_waiting_on_person\` integer DEFAULT false NOT NULL,
  	\`is_answer_owed\` integer DEFAULT true NOT NULL,
  	\`due_at\` text,
  	\`acknowledged_at\` text,
  	\`answered_at\` text,
  	\`closed_at\` text,
  	\`last_event_at\` text,
  	\`code_hash\` text NOT NULL,
  	\`submission_key\` text NOT NULL,
  	\`dedupe_key\` text NOT NULL,
  	\`proof\` text NOT NULL,
  	\`seq\` numeric DEFAULT 0 NOT NULL,
  	\`is_projection_stale\` integer DEFAULT false NOT NULL,
  	\`claimed_at\` text,
  	\`mail_state\` text DEFAULT 'none' NOT NULL,
  	\`mail_next_at\` text,
  	\`mail_attempts\` numeric DEFAULT 0 NOT NULL,
  	\`mail_sent_at\` text,
  	FOREIGN KEY (\`assignee_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`inquiries_reference_idx\` ON \`inquiries\` (\`reference\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_service_slug_idx\` ON \`inquiries\` (\`service_slug\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_phone_index_idx\` ON \`inquiries\` (\`phone_index\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_email_index_idx\` ON \`inquiries\` (\`email_index\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_received_at_idx\` ON \`inquiries\` (\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_assignee_idx\` ON \`inquiries\` (\`assignee_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`inquiries_submission_key_idx\` ON \`inquiries\` (\`submission_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`inquiries_dedupe_key_idx\` ON \`inquiries\` (\`dedupe_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`inquiries_proof_idx\` ON \`inquiries\` (\`proof\`);`)
  await db.run(sql`CREATE INDEX \`assignee_status_dueAt_idx\` ON \`inquiries\` (\`assignee_id\`,\`status\`,\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`assignee_status_receivedAt_idx\` ON \`inquiries\` (\`assignee_id\`,\`status\`,\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`department_status_dueAt_idx\` ON \`inquiries\` (\`department\`,\`status\`,\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`department_status_receivedAt_idx\` ON \`inquiries\` (\`department\`,\`status\`,\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`status_dueAt_idx\` ON \`inquiries\` (\`status\`,\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`status_receivedAt_idx\` ON \`inquiries\` (\`status\`,\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`status_lastEventAt_idx\` ON \`inquiries\` (\`status\`,\`last_event_at\`);`)
  await db.run(sql`CREATE INDEX \`mailState_mailNextAt_idx\` ON \`inquiries\` (\`mail_state\`,\`mail_next_at\`);`)
  await db.run(sql`CREATE INDEX \`isProjectionStale_claimedAt_idx\` ON \`inquiries\` (\`is_projection_stale\`,\`claimed_at\`);`)
  await db.run(sql`CREATE TABLE \`inquiry_events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`inquiry_id\` text(36) NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`key\` text NOT NULL,
  	\`type\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`actor_kind\` text NOT NULL,
  	\`actor_id\` text(36),
  	\`text\` text,
  	\`target_user_id\` text(36),
  	\`target_department\` text,
  	\`submission_key\` text NOT NULL,
  	\`mail_state\` text DEFAULT 'none' NOT NULL,
  	\`mail_next_at\` text,
  	\`mail_attempts\` numeric DEFAULT 0 NOT NULL,
  	\`mail_sent_at\` text,
  	FOREIGN KEY (\`inquiry_id\`) REFERENCES \`inquiries\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`actor_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`target_user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`inquiry_events_inquiry_idx\` ON \`inquiry_events\` (\`inquiry_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`inquiry_events_key_idx\` ON \`inquiry_events\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`inquiry_events_actor_idx\` ON \`inquiry_events\` (\`actor_id\`);`)
  await db.run(sql`CREATE INDEX \`inquiry_events_target_user_idx\` ON \`inquiry_events\` (\`target_user_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`inquiry_events_submission_key_idx\` ON \`inquiry_events\` (\`submission_key\`);`)
  await db.run(sql`CREATE INDEX \`inquiry_seq_idx\` ON \`inquiry_events\` (\`inquiry_id\`,\`seq\`);`)
  await db.run(sql`CREATE INDEX \`mailState_mailNextAt_1_idx\` ON \`inquiry_events\` (\`mail_state\`,\`mail_next_at\`);`)
  await db.run(sql`CREATE TABLE \`attachments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`submission_key\` text NOT NULL,
  	\`content_key\` text NOT NULL,
  	\`original_name\` text NOT NULL,
  	\`mime_type\` text NOT NULL,
  	\`size\` numeric NOT NULL,
  	\`sha256\` text NOT NULL,
  	\`storage_key\` text NOT NULL,
  	\`stored_at\` text NOT NULL,
  	\`is_owned\` integer DEFAULT false NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`attachments_submission_key_idx\` ON \`attachments\` (\`submission_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`attachments_content_key_idx\` ON \`attachments\` (\`content_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`attachments_storage_key_idx\` ON \`attachments\` (\`storage_key\`);`)
  await db.run(sql`CREATE INDEX \`isOwned_storedAt_idx\` ON \`attachments\` (\`is_owned\`,\`stored_at\`);`)
  await db.run(sql`CREATE TABLE \`system_records\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`value\` numeric DEFAULT 0 NOT NULL,
  	\`holder\` text,
  	\`expires_at\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`system_records_key_idx\` ON \`system_records\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`system_records_expires_at_idx\` ON \`system_records\` (\`expires_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`users_roles\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`inquiries\`;`)
  await db.run(sql`DROP TABLE \`inquiry_events\`;`)
  await db.run(sql`DROP TABLE \`attachments\`;`)
  await db.run(sql`DROP TABLE \`system_records\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
}
