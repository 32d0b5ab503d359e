import { and, desc, eq } from 'drizzle-orm';
import type { ChainHead } from '#shared/register/chain-break.ts';
import type { Db } from '../db/database.ts';
import { activity, attendanceEvents } from '../db/schema/index.ts';

/** Whether a log holds the very event at which another one ends. */
export function isInLog(db: Db, head: ChainHead): boolean {
  const { id, deviceId, seq, hash } = attendanceEvents;
  const isEvent = and(eq(deviceId, head.deviceId), eq(seq, head.seq), eq(hash, head.hash));
  return db.select({ id }).from(attendanceEvents).where(isEvent).get() !== undefined;
}

/** The entry made last, by its time; null where there is none. */
export function latestActivity(db: Db): { id: string; at: number } | null {
  const { id, at } = activity;
  return db.select({ id, at }).from(activity).orderBy(desc(at), desc(id)).limit(1).get() ?? null;
}

export function hasActivity(db: Db, id: string): boolean {
  return (
    db.select({ id: activity.id }).from(activity).where(eq(activity.id, id)).get() !== undefined
  );
}
