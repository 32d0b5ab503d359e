import type { Platform } from '../platform.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The calendar day (YYYY-MM-DD) at an instant, where local time is this far ahead of UTC. */
export function dayAt(at: number, utcOffsetMinutes: number): string {
  return new Date(at + utcOffsetMinutes * MINUTE_MS).toISOString().slice(0, 10);
}

/** The instant, and the day it is at the school. */
export interface Moment {
  now: number;
  day: string;
}

/** The present moment by the clock and the time zone of the laptop. */
export function momentOf({
  now,
  utcOffsetMinutes,
}: Pick<Platform, 'now' | 'utcOffsetMinutes'>): Moment {
  const at = now();
  return { now: at, day: dayAt(at, utcOffsetMinutes(at)) };
}

/** The day before a day. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}
