import { setImmediate as nextTurn } from 'node:timers/promises';

/** To be awaited within long work, often: lets others have the main process when it is their turn. */
export type Pace = () => Promise<void> | undefined;

/** Work goes on for this long at a time: nobody notices a wait as short. */
const SLICE_MS = 8;

/**
 * @param rest what is awaited between two slices; by default the turn of whatever waits already
 */
export function inSlices(rest: () => Promise<unknown> = () => nextTurn()): Pace {
  let endsAt = performance.now() + SLICE_MS;
  return () => {
    if (performance.now() < endsAt) return undefined;
    return rest().then(() => {
      endsAt = performance.now() + SLICE_MS;
    });
  };
}
