import { isNotNull, isNull } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Meaning, Method } from '#shared/contract/register.contract.ts';
import type { StatusColour, StatusRole } from '#shared/contract/status.ts';
import type { LivenessEvidence, LivenessPolicy } from '#shared/liveness/evidence.ts';
import type { EventCause } from '#shared/register/attendance-event.ts';
import { accounts } from './accounts.schema.ts';
import { imports } from './imports.schema.ts';
import { classes, students, subjects } from './people.schema.ts';
import { lessons } from './timetable.schema.ts';

export const statuses = sqliteTable(
  'statuses',
  {
    code: text('code').primaryKey().notNull(),
    label: text('label').notNull(),
    meaning: text('meaning').$type<Meaning>().notNull(),
    points: real('points').notNull(),
    colour: text('colour').$type<StatusColour>().notNull(),
    sortOrder: integer('sort_order').notNull(),
    archivedAt: integer('archived_at'),
    /** One character, lower case. */
    shortcut: text('shortcut'),
  },
  (table) => [
    uniqueIndex('statuses_shortcut_in_use').on(table.shortcut).where(isNull(table.archivedAt)),
  ],
);

/** Which status the app itself gives in each case; all four are always there. */
export const statusRoles = sqliteTable('status_roles', {
  role: text('role').$type<StatusRole>().primaryKey().notNull(),
  code: text('code')
    .notNull()
    .references(() => statuses.code),
});

export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey().notNull(),
    classId: text('class_id')
      .notNull()
      .references(() => classes.id),
    subjectId: text('subject_id')
      .notNull()
      .references(() => subjects.id),
    teacherId: text('teacher_id')
      .notNull()
      .references(() => accounts.id),
    deviceId: text('device_id').notNull(),
    startedAt: integer('started_at').notNull(),
    utcOffsetMinutes: integer('utc_offset_minutes').notNull(),
    endedAt: integer('ended_at'),
    livenessPolicy: text('liveness_policy').$type<LivenessPolicy>().notNull(),
    lateAfterMinutes: integer('late_after_minutes'),
    /** The lesson of the timetable that this was, and the instant at which that was to begin. */
    lessonId: text('lesson_id').references(() => lessons.id),
    scheduledAt: integer('scheduled_at'),
    /** When it was said not to have taken place, by whom, and why; null: it did. */
    discardedAt: integer('discarded_at'),
    discardedBy: text('discarded_by').references(() => accounts.id),
    discardReason: text('discard_reason'),
    /** The import that made it; null: it was taken in the app. */
    importId: text('import_id').references(() => imports.id),
  },
  (table) => [
    uniqueIndex('sessions_one_open_per_class').on(table.classId).where(isNull(table.endedAt)),
    index('sessions_by_class').on(table.classId, table.startedAt),
    index('sessions_by_start').on(table.startedAt),
    index('sessions_by_import').on(table.importId).where(isNotNull(table.importId)),
    index('sessions_by_lesson').on(table.lessonId).where(isNotNull(table.lessonId)),
  ],
);

export const sessionRoster = sqliteTable(
  'session_roster',
  {
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    studentId: text('student_id')
      .notNull()
      .references(() => students.id),
    className: text('class_name').notNull(),
    /** False: not in the class on that day, by the dates that were entered since. */
    inClass: integer('in_class', { mode: 'boolean' }).notNull().default(true),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.studentId] }),
    index('session_roster_by_student').on(table.studentId),
  ],
);

/** Triggers in the database forbid UPDATE and DELETE here. */
export const attendanceEvents = sqliteTable(
  'attendance_events',
  {
    id: text('id').primaryKey().notNull(),
    deviceId: text('device_id').notNull(),
    seq: integer('seq').notNull(),
    kind: text('kind').$type<'mark' | 'amend' | 'void'>().notNull(),
    sessionId: text('session_id').notNull(),
    studentId: text('student_id').notNull(),
    /** Null for `void` alone. */
    code: text('code').references(() => statuses.code),
    method: text('method').$type<Method>().notNull(),
    /** Cosine similarity of a face match. */
    score: real('score'),
    evidence: text('evidence', { mode: 'json' }).$type<LivenessEvidence>(),
    policy: text('policy').$type<LivenessPolicy>(),
    capturedAt: integer('captured_at').notNull(),
    utcOffsetMinutes: integer('utc_offset_minutes').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    actorId: text('actor_id')
      .notNull()
      .references(() => accounts.id),
    reason: text('reason'),
    /** SHA-256 in hex of the event before it on this device; 64 zeros before the first. */
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
    /** Null before there were causes; see `causeOf`. */
    cause: text('cause').$type<EventCause>(),
  },
  (table) => [
    unique().on(table.deviceId, table.seq),
    foreignKey({
      columns: [table.sessionId, table.studentId],
      foreignColumns: [sessionRoster.sessionId, sessionRoster.studentId],
    }),
    index('attendance_events_by_cell').on(
      table.sessionId,
      table.studentId,
      table.deviceId,
      table.seq,
    ),
    index('attendance_events_by_student').on(table.studentId, table.capturedAt),
    index('attendance_events_by_code').on(table.code),
  ],
);
export type AttendanceEventRow = typeof attendanceEvents.$inferSelect;

/** Where each device's log ends, so that events cut off its end are noticed. */
export const eventHeads = sqliteTable('event_heads', {
  deviceId: text('device_id').primaryKey().notNull(),
  seq: integer('seq').notNull(),
  hash: text('hash').notNull(),
});

/** The fold over the events; no row: not marked. */
export const attendance = sqliteTable(
  'attendance',
  {
    sessionId: text('session_id').notNull(),
    studentId: text('student_id').notNull(),
    code: text('code')
      .notNull()
      .references(() => statuses.code),
    method: text('method').$type<Method>().notNull(),
    score: real('score'),
    eventId: text('event_id')
      .notNull()
      .references(() => attendanceEvents.id),
    at: integer('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.studentId] }),
    foreignKey({
      columns: [table.sessionId, table.studentId],
      foreignColumns: [sessionRoster.sessionId, sessionRoster.studentId],
    }),
    index('attendance_by_student').on(table.studentId),
  ],
);

/** What a session came to; triggers in the database keep it with every change of its rows. */
export const sessionTotals = sqliteTable('session_totals', {
  sessionId: text('session_id')
    .primaryKey()
    .notNull()
    .references(() => sessions.id),
  onRoster: integer('on_roster').notNull(),
  /** Students whose mark was changed or taken back after the register had been closed. */
  corrected: integer('corrected').notNull(),
});

/** How many have each status; kept as `sessionTotals` is. */
export const sessionCodeTotals = sqliteTable(
  'session_code_totals',
  {
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    code: text('code')
      .notNull()
      .references(() => statuses.code),
    students: integer('students').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.code] })],
);
