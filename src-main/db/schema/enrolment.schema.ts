import { isNull } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Consent, Pose, TemplateInfo } from '#shared/contract/enrolment.contract.ts';
import type { AgeingReason } from '#shared/enrolment/template-ageing.ts';
import { float32Vector } from '../float32-vector.ts';
import { accounts } from './accounts.schema.ts';
import { students } from './people.schema.ts';

/** A withdrawn consent stays as a tombstone; at most one per student is in force. */
export const consents = sqliteTable(
  'consents',
  {
    id: text('id').primaryKey().notNull(),
    studentId: text('student_id')
      .notNull()
      .references(() => students.id),
    givenBy: text('given_by').notNull(),
    relation: text('relation').$type<Consent['relation']>().notNull(),
    method: text('method').$type<Consent['method']>().notNull(),
    textVersion: text('text_version').notNull(),
    givenAt: integer('given_at').notNull(),
    recordedBy: text('recorded_by')
      .notNull()
      .references(() => accounts.id),
    withdrawnAt: integer('withdrawn_at'),
    withdrawalRecordedBy: text('withdrawal_recorded_by').references(() => accounts.id),
  },
  (table) => [
    uniqueIndex('consents_in_force').on(table.studentId).where(isNull(table.withdrawnAt)),
    index('consents_by_student').on(table.studentId, table.givenAt),
  ],
);

export const templates = sqliteTable(
  'templates',
  {
    id: text('id').primaryKey().notNull(),
    studentId: text('student_id')
      .notNull()
      .references(() => students.id),
    modelId: text('model_id').notNull(),
    pose: text('pose').$type<Pose>().notNull(),
    quality: real('quality').notNull(),
    source: text('source').$type<TemplateInfo['source']>().notNull(),
    capturedAt: integer('captured_at').notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => accounts.id),
    vector: float32Vector('vector').notNull(),
  },
  (table) => [
    index('templates_by_student').on(table.studentId, table.modelId),
    index('templates_by_model').on(table.modelId, table.studentId),
  ],
);

/** Kept true by whoever saves templates, and by a trigger when templates are erased. */
export const lookAlikes = sqliteTable(
  'look_alikes',
  {
    firstId: text('first_id')
      .notNull()
      .references(() => students.id),
    secondId: text('second_id')
      .notNull()
      .references(() => students.id),
    modelId: text('model_id').notNull(),
    score: real('score').notNull(),
    foundAt: integer('found_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.firstId, table.secondId] }),
    index('look_alikes_by_second').on(table.secondId),
  ],
);

/** Whose templates of this model have been compared with everybody's. */
export const lookAlikeChecks = sqliteTable('look_alike_checks', {
  studentId: text('student_id')
    .primaryKey()
    .notNull()
    .references(() => students.id),
  modelId: text('model_id').notNull(),
});

/** Students to be enrolled again; a trigger clears the row when their templates are erased. */
export const faceRenewals = sqliteTable('face_renewals', {
  studentId: text('student_id')
    .primaryKey()
    .notNull()
    .references(() => students.id),
  reason: text('reason').$type<AgeingReason>().notNull(),
  noticedAt: integer('noticed_at').notNull(),
});
