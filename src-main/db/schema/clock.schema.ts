import { isNull } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.schema.ts';

/** When this computer's clock was found to have been changed, and whose times that puts in doubt. */
export const clockChanges = sqliteTable(
  'clock_changes',
  {
    id: text('id').primaryKey().notNull(),
    noticedAt: integer('noticed_at').notNull(),
    /** Negative: it went back. */
    shiftMs: integer('shift_ms').notNull(),
    whileClosed: integer('while_closed', { mode: 'boolean' }).notNull(),
    deviceId: text('device_id').notNull(),
    afterSeq: integer('after_seq').notNull(),
    settledAt: integer('settled_at'),
    untilSeq: integer('until_seq'),
    settledBy: text('settled_by').references(() => accounts.id),
  },
  (table) => [index('clock_changes_in_doubt').on(table.noticedAt).where(isNull(table.settledAt))],
);

/** One row: the latest moment that the clock was seen at. */
export const clockSeen = sqliteTable('clock_seen', {
  id: integer('id').primaryKey(),
  at: integer('at').notNull(),
});
