import { uptime } from 'node:os';
import type { Db } from '../db/database.ts';
import type { Platform } from '../platform.ts';
import { lastSeen, putLastSeen } from './clock.queries.ts';
import { LEAST_SHIFT_MS, lastEventAt, noteClockChange } from './clock.service.ts';

/** How old the latest moment seen may get; a start compares with it. */
const SEEN_EVERY_MS = 5 * 60_000;
const LOOK_EVERY_MS = 15_000;
/** Readings further apart than this are taken again: the computer may have slept in between. */
const READING_MS = 1_500;

/** Milliseconds since some moment of the computer's own, asleep or not; nobody can set it. */
export type Uptime = () => number;

/**
 * On macOS the uptime is reckoned from the wall's clock; there the process's own clock goes on in
 * sleep (`mach_continuous_time`), which elsewhere the uptime does (`CLOCK_BOOTTIME`, `GetTickCount64`).
 */
export const computerUptime: Uptime = () =>
  process.platform === 'darwin' ? performance.now() : uptime() * 1000;

type Clocks = Pick<Platform, 'now' | 'log'> & { uptime: Uptime };

/**
 * Compares the computer's clock with the time since it was started, which nobody can set and which
 * goes on while it sleeps; at a start, with the last moment written down.
 */
export class ClockWatch {
  readonly #clocks: Clocks;
  #register: { db: Db; seenAt: number } | null = null;
  /** The wall's clock less the time since the start, at the last look. */
  #distance: number;

  constructor(clocks: Clocks) {
    this.#clocks = clocks;
    this.#distance = this.#read().distance;
  }

  /** To be called before whatever is written with a time; what cannot be written down is logged. */
  look(db: Db): void {
    try {
      this.#look(db);
    } catch (error) {
      this.#clocks.log.error('The clock could not be looked after', error);
    }
  }

  #look(db: Db): void {
    const { now, distance } = this.#read();
    const shiftMs = Math.round(distance - this.#distance);
    const isFirst = this.#register?.db !== db;
    if (isFirst) this.#compareWithPast(db, now);
    else if (Math.abs(shiftMs) >= LEAST_SHIFT_MS) {
      noteClockChange(db, { now, shiftMs, whileClosed: false });
    }
    this.#distance = distance;
    const seenAt = isFirst ? Number.NEGATIVE_INFINITY : (this.#register?.seenAt ?? now);
    const isOld = now < seenAt || now - seenAt >= SEEN_EVERY_MS;
    if (isOld) putLastSeen(db, now);
    this.#register = { db, seenAt: isOld ? now : seenAt };
  }

  /** How far it was put forward while nobody looked cannot be told. */
  #compareWithPast(db: Db, now: number): void {
    const past = Math.max(lastSeen(db) ?? 0, lastEventAt(db) ?? 0);
    const shiftMs = now - past;
    if (shiftMs <= -LEAST_SHIFT_MS) noteClockChange(db, { now, shiftMs, whileClosed: true });
  }

  #read(): { now: number; distance: number } {
    const before = this.#clocks.uptime();
    const now = this.#clocks.now();
    const after = this.#clocks.uptime();
    return after - before > READING_MS ? this.#read() : { now, distance: now - after };
  }
}

/** Looks every quarter of a minute, besides before each call. @returns ends it */
export function startLooking(look: () => void): () => void {
  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  return () => clearInterval(timer);
}
