import { errorCode } from '#renderer/app/error-code.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { noteError } from '#renderer/app/standing.ts';
import { playSound } from '#renderer/camera/sound.ts';
import { applyUpdate, loadLive, useLiveStore } from './live-store.ts';

const FEED_SIZE = 200;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

/** Errors that trying again does not mend. */
const FOR_GOOD = new Set([
  'NOT_FOUND',
  'NOT_YOUR_CLASS',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'BAD_REQUEST',
]);

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Reads the session and its feed anew. */
async function reload(sessionId: string, signal: AbortSignal): Promise<void> {
  const [session, feed] = await Promise.all([
    rollcall.register.get({ sessionId }, { signal }),
    rollcall.activity.list({ sessionId, limit: FEED_SIZE }, { signal }),
  ]);
  if (!signal.aborted) loadLive(session, feed);
}

/** Subscribes first and reads then, so that nothing falls between the two. */
async function followOnce(sessionId: string, signal: AbortSignal): Promise<void> {
  const updates = await rollcall.register.live({ sessionId }, { signal });
  await reload(sessionId, signal);
  for await (const update of updates) {
    if (signal.aborted) return;
    if (applyUpdate(update)) playSound('marked');
  }
}

/**
 * Keeps the live store in step with a session until the signal aborts; subscribes and reads
 * anew whenever the updates break off. Gives up where the session cannot be had at all.
 */
export async function followSession(sessionId: string, signal: AbortSignal): Promise<void> {
  let wait = FIRST_WAIT_MS;
  while (!signal.aborted) {
    try {
      await followOnce(sessionId, signal);
      wait = FIRST_WAIT_MS;
    } catch (error) {
      if (signal.aborted) return;
      noteError(error);
      if (FOR_GOOD.has(errorCode(error) ?? '')) {
        useLiveStore.setState({ failure: error });
        return;
      }
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
    if (signal.aborted) return;
    useLiveStore.setState({ following: false });
    await pause(wait, signal);
  }
}
