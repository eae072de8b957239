import * as migration_20261122_153416_initial from './20261122_153416_initial';
import * as migration_20261122_174338_add_retention from './20261122_174338_add_retention';
import * as migration_20261122_175246_add_inbox_filters from './20261122_175246_add_inbox_filters';
import * as migration_20261125_055202_delivery_state from './20261125_055202_delivery_state';
import * as migration_20261125_062612_add_search_words from './20261125_062612_add_search_words';
import * as migration_20261125_064131_attachment_slots from './20261125_064131_attachment_slots';
import * as migration_20261125_071017_own_sign_in from './20261125_071017_own_sign_in';
import * as migration_20261125_073532_unanswered_searches from './20261125_073532_unanswered_searches';
import * as migration_20261125_174222_restricted_cases from './20261125_174222_restricted_cases';
import * as migration_20261125_180443_working_calendar from './20261125_180443_working_calendar';
import * as migration_20261125_181501_lost_codes from './20261125_181501_lost_codes';
import * as migration_20261125_182607_saved_replies from './20261125_182607_saved_replies';
import * as migration_20261125_182932_waiting_has_an_end from './20261125_182932_waiting_has_an_end';
import * as migration_20261125_183326_staff_notices from './20261125_183326_staff_notices';
import * as migration_20261125_184550_follow_up_index from './20261125_184550_follow_up_index';
import * as migration_20261125_185049_appointments from './20261125_185049_appointments';
import * as migration_20261125_185524_notice_order from './20261125_185524_notice_order';
import * as migration_20261125_191916_escalation from './20261125_191916_escalation';
import * as migration_20261125_192637_reminder_index from './20261125_192637_reminder_index';

export const migrations = [
  {
    up: migration_20261122_153416_initial.up,
    down: migration_20261122_153416_initial.down,
    name: '20261122_153416_initial'
  },
  {
    up: migration_20261122_174338_add_retention.up,
    down: migration_20261122_174338_add_retention.down,
    name: '20261122_174338_add_retention'
  },
  {
    up: migration_20261122_175246_add_inbox_filters.up,
    down: migration_20261122_175246_add_inbox_filters.down,
    name: '20261122_175246_add_inbox_filters'
  },
  {
    up: migration_20261125_055202_delivery_state.up,
    down: migration_20261125_055202_delivery_state.down,
    name: '20261125_055202_delivery_state'
  },
  {
    up: migration_20261125_062612_add_search_words.up,
    down: migration_20261125_062612_add_search_words.down,
    name: '20261125_062612_add_search_words'
  },
  {
    up: migration_20261125_064131_attachment_slots.up,
    down: migration_20261125_064131_attachment_slots.down,
    name: '20261125_064131_attachment_slots'
  },
  {
    up: migration_20261125_071017_own_sign_in.up,
    down: migration_20261125_071017_own_sign_in.down,
    name: '20261125_071017_own_sign_in'
  },
  {
    up: migration_20261125_073532_unanswered_searches.up,
    down: migration_20261125_073532_unanswered_searches.down,
    name: '20261125_073532_unanswered_searches'
  },
  {
    up: migration_20261125_174222_restricted_cases.up,
    down: migration_20261125_174222_restricted_cases.down,
    name: '20261125_174222_restricted_cases'
  },
  {
    up: migration_20261125_180443_working_calendar.up,
    down: migration_20261125_180443_working_calendar.down,
    name: '20261125_180443_working_calendar'
  },
  {
    up: migration_20261125_181501_lost_codes.up,
    down: migration_20261125_181501_lost_codes.down,
    name: '20261125_181501_lost_codes'
  },
  {
    up: migration_20261125_182607_saved_replies.up,
    down: migration_20261125_182607_saved_replies.down,
    name: '20261125_182607_saved_replies'
  },
  {
    up: migration_20261125_182932_waiting_has_an_end.up,
    down: migration_20261125_182932_waiting_has_an_end.down,
    name: '20261125_182932_waiting_has_an_end'
  },
  {
    up: migration_20261125_183326_staff_notices.up,
    down: migration_20261125_183326_staff_notices.down,
    name: '20261125_183326_staff_notices'
  },
  {
    up: migration_20261125_184550_follow_up_index.up,
    down: migration_20261125_184550_follow_up_index.down,
    name: '20261125_184550_follow_up_index'
  },
  {
    up: migration_20261125_185049_appointments.up,
    down: migration_20261125_185049_appointments.down,
    name: '20261125_185049_appointments'
  },
  {
    up: migration_20261125_185524_notice_order.up,
    down: migration_20261125_185524_notice_order.down,
    name: '20261125_185524_notice_order'
  },
  {
    up: migration_20261125_191916_escalation.up,
    down: migration_20261125_191916_escalation.down,
    name: '20261125_191916_escalation'
  },
  {
    up: migration_20261125_192637_reminder_index.up,
    down: migration_20261125_192637_reminder_index.down,
    name: '20261125_192637_reminder_index'
  },
];
