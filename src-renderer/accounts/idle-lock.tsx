import { useEffect } from 'react';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { noteError } from '#renderer/app/standing.ts';

/** How often main is told of input, and how late a lock may come. */
const TICK_MS = 15_000;
const MINUTE_MS = 60_000;
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/**
 * Watches for input on this window and calls `onTick` now and then with the time of the last one
 * and whether it came since the tick before. Returns the way to stop.
 */
function watchInput(onTick: (lastInputAt: number, isNew: boolean) => void): () => void {
  let lastInputAt = Date.now();
  let isNew = false;
  const note = () => {
    lastInputAt = Date.now();
    isNew = true;
  };
  const timer = setInterval(() => {
    onTick(lastInputAt, isNew);
    isNew = false;
  }, TICK_MS);
  for (const input of INPUTS)
    window.addEventListener(input, note, { capture: true, passive: true });
  return () => {
    clearInterval(timer);
    for (const input of INPUTS) window.removeEventListener(input, note, { capture: true });
  };
}

/**
 * Locks the window after some minutes without input. Main keeps the time as well, from what it is
 * told of input here, and refuses whatever is asked of it later.
 */
export function IdleLock({ minutes }: { minutes: number }) {
  useEffect(
    () =>
      watchInput((lastInputAt, isNew) => {
        if (isNew) rollcall.accounts.noteInput({}).catch(noteError);
        else if (Date.now() - lastInputAt >= minutes * MINUTE_MS) {
          rollcall.accounts.lock({}).catch(noteError);
        }
      }),
    [minutes],
  );
  return null;
}
