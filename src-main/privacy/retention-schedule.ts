import { recordActivity } from '../activity/activity.service.ts';
import { clockInDoubt } from '../clock/clock.service.ts';
import type { Platform } from '../platform.ts';
import { inSlices } from '../slices.ts';
import { type Applied, applyRetention } from './apply-retention.ts';
import { hasOpenSession, lastPause, readRetention } from './retention.queries.ts';
import { dayOf } from './retention-plan.ts';

/** The start of the app is left to whoever waits for it. */
const FIRST_LOOK_MS = 60_000;
const LOOK_EVERY_MS = 15 * 60_000;

type Open = Pick<Applied, 'db' | 'live'>;

/** Whether a run may begin: once a day, and while no session is open. */
function isDue({ db }: Open, platform: Platform): boolean {
  const { lastRunAt } = readRetention(db);
  const ranToday =
    lastRunAt !== null && dayOf(lastRunAt, platform) === dayOf(platform.now(), platform);
  return !ranToday && !hasOpenSession(db);
}

/** Writes down, once for each doubt, that the rules wait for the clock. */
function notePause({ db }: Open, platform: Platform, changeId: string): void {
  if (lastPause(db) === changeId) return;
  const detail = { change: changeId };
  recordActivity(db, { at: platform.now(), kind: 'retentionPaused', actorId: null, detail });
}

/**
 * Applies the rules of retention when that was not done today. It stops as soon as a session is
 * started, the clock is found changed or the register is closed, and goes on at the next look: a
 * wrong clock would say that everything is old. A failure is logged, and the next look tries again.
 */
export async function retainIfDue(
  { db, live }: Open,
  platform: Platform,
  isOpen: () => boolean = () => true,
): Promise<void> {
  const pace = inSlices();
  const goOn = async () => {
    await pace();
    return isOpen() && !hasOpenSession(db) && clockInDoubt(db) === null;
  };
  try {
    if (!isOpen()) return;
    const doubt = clockInDoubt(db);
    if (doubt) return notePause({ db, live }, platform, doubt.id);
    if (!isDue({ db, live }, platform)) return;
    await applyRetention({ db, live, platform, goOn }, pace);
  } catch (error) {
    // A register that was closed meanwhile is looked at again when it is open.
    if (isOpen()) platform.log.error('The rules of retention were not applied', error);
  }
}

/** Looks a minute after the register was opened and every quarter of an hour. @returns ends it */
export function startRetention(register: Open, platform: Platform): () => void {
  let isOpen = true;
  let last: Promise<void> = Promise.resolve();
  const look = () => {
    last = last.then(() => retainIfDue(register, platform, () => isOpen));
  };
  const timers = [setTimeout(look, FIRST_LOOK_MS), setInterval(look, LOOK_EVERY_MS)] as const;
  for (const timer of timers) timer.unref();
  return () => {
    isOpen = false;
    clearTimeout(timers[0]);
    clearInterval(timers[1]);
  };
}
