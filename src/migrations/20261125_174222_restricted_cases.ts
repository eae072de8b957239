import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`users\` ADD \`sees_restricted_cases\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`inquiries\` ADD \`is_sensitive\` integer DEFAULT false NOT NULL;`)
  await db.run(sql`ALTER TABLE \`inquiries\` ADD \`is_restricted\` integer DEFAULT false NOT NULL;`)
  await db.run(sql`ALTER TABLE \`inquiries\` ADD \`concerns_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`inquiries_concerns_idx\` ON \`inquiries\` (\`concerns_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_inquiries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`reference\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`channel\` text NOT NULL,
  	\`service_id\` text(36),
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
  	\`consent_form\` text DEFAULT 'on-form' NOT NULL,
  	\`recorded_by_id\` text(36),
  	\`received_at\` text NOT NULL,
  	\`target_days\` numeric,
  	\`status\` text DEFAULT 'new' NOT NULL,
  	\`assignee_id\` text(36),
  	\`department_id\` text(36),
  	\`is_waiting_on_person\` integer DEFAULT false NOT NULL,
  	\`is_answer_owed\` integer DEFAULT true NOT NULL,
  	\`is_undelivered\` integer DEFAULT false NOT NULL,
  	\`due_at\` text,
  	\`turn_at\` text,
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
  	\`evaluation_invited_at\` text,
  	\`erased_at\` text,
  	\`erasure_started_at\` text,
  	\`mail_state\` text DEFAULT 'none' NOT NULL,
  	\`mail_next_at\` text,
  	\`mail_attempts\` numeric DEFAULT 0 NOT NULL,
  	\`mail_sent_at\` text,
  	FOREIGN KEY (\`service_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`recorded_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`assignee_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`department_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_inquiries\`("id", "reference", "kind", "channel", "service_id", "subject", "message", "name", "phone", "email", "phone_index", "email_index", "is_anonymous", "reply_channel", "locale", "consent_version", "consent_at", "consent_form", "recorded_by_id", "received_at", "target_days", "status", "assignee_id", "department_id", "is_waiting_on_person", "is_answer_owed", "is_undelivered", "due_at", "turn_at", "acknowledged_at", "answered_at", "closed_at", "last_event_at", "code_hash", "submission_key", "dedupe_key", "proof", "seq", "is_projection_stale", "claimed_at", "evaluation_invited_at", "erased_at", "erasure_started_at", "mail_state", "mail_next_at", "mail_attempts", "mail_sent_at") SELECT "id", "reference", "kind", "channel", "service_id", "subject", "message", "name", "phone", "email", "phone_index", "email_index", "is_anonymous", "reply_channel", "locale", "consent_version", "consent_at", "consent_form", "recorded_by_id", "received_at", "target_days", "status", "assignee_id", "department_id", "is_waiting_on_person", "is_answer_owed", "is_undelivered", "due_at", "turn_at", "acknowledged_at", "answered_at", "closed_at", "last_event_at", "code_hash", "submission_key", "dedupe_key", "proof", "seq", "is_projection_stale", "claimed_at", "evaluation_invited_at", "erased_at", "erasure_started_at", "mail_state", "mail_next_at", "mail_attempts", "mail_sent_at" FROM \`inquiries\`;`)
  await db.run(sql`DROP TABLE \`inquiries\`;`)
  await db.run(sql`ALTER TABLE \`__new_inquiries\` RENAME TO \`inquiries\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`inquiries_reference_idx\` ON \`inquiries\` (\`reference\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_service_idx\` ON \`inquiries\` (\`service_id\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_phone_index_idx\` ON \`inquiries\` (\`phone_index\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_email_index_idx\` ON \`inquiries\` (\`email_index\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_recorded_by_idx\` ON \`inquiries\` (\`recorded_by_id\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_received_at_idx\` ON \`inquiries\` (\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_assignee_idx\` ON \`inquiries\` (\`assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_department_idx\` ON \`inquiries\` (\`department_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`inquiries_submission_key_idx\` ON \`inquiries\` (\`submission_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`inquiries_dedupe_key_idx\` ON \`inquiries\` (\`dedupe_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`inquiries_proof_idx\` ON \`inquiries\` (\`proof\`);`)
  await db.run(sql`CREATE INDEX \`assignee_status_turnAt_receivedAt_idx\` ON \`inquiries\` (\`assignee_id\`,\`status\`,\`turn_at\`,\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`department_status_turnAt_receivedAt_idx\` ON \`inquiries\` (\`department_id\`,\`status\`,\`turn_at\`,\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`status_dueAt_idx\` ON \`inquiries\` (\`status\`,\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`status_receivedAt_idx\` ON \`inquiries\` (\`status\`,\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`kind_receivedAt_idx\` ON \`inquiries\` (\`kind\`,\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`channel_receivedAt_idx\` ON \`inquiries\` (\`channel\`,\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`status_lastEventAt_idx\` ON \`inquiries\` (\`status\`,\`last_event_at\`);`)
  await db.run(sql`CREATE INDEX \`isUndelivered_lastEventAt_idx\` ON \`inquiries\` (\`is_undelivered\`,\`last_event_at\`);`)
  await db.run(sql`CREATE INDEX \`mailState_mailNextAt_idx\` ON \`inquiries\` (\`mail_state\`,\`mail_next_at\`);`)
  await db.run(sql`CREATE INDEX \`evaluationInvitedAt_answeredAt_idx\` ON \`inquiries\` (\`evaluation_invited_at\`,\`answered_at\`);`)
  await db.run(sql`CREATE INDEX \`isProjectionStale_claimedAt_idx\` ON \`inquiries\` (\`is_projection_stale\`,\`claimed_at\`);`)
  await db.run(sql`CREATE INDEX \`erasedAt_status_lastEventAt_idx\` ON \`inquiries\` (\`erased_at\`,\`status\`,\`last_event_at\`);`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`sees_restricted_cases\`;`)
}
