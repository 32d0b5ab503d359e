import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CompareWith } from '#shared/contract/settings.contract.ts';
import type { LivenessPolicy } from '#shared/liveness/evidence.ts';

/** One row: the school this register belongs to and the device that writes it. */
export const school = sqliteTable('school', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  livenessPolicy: text('liveness_policy').$type<LivenessPolicy>().notNull(),
  deviceId: text('device_id').notNull(),
  createdAt: integer('created_at').notNull(),
  correctionDays: integer('correction_days').notNull().default(7),
  compareWith: text('compare_with').$type<CompareWith>().notNull().default('roster'),
  templateRefresh: integer('template_refresh', { mode: 'boolean' }).notNull().default(false),
  /** Minutes without input after which a window locks. */
  idleLockMinutes: integer('idle_lock_minutes').notNull().default(10),
  /** Whether students see the points of their class. */
  leaderboard: integer('leaderboard', { mode: 'boolean' }).notNull().default(false),
  /** ISO 3166-1 alpha-2: where telephone numbers without a country code are; null: unknown. */
  phoneCountry: text('phone_country'),
});
