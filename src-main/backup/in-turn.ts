import type { RegisterHost } from '../app/register-host.ts';

const lastSteps = new WeakMap<RegisterHost, Promise<unknown>>();

/**
 * Backups and restores of one register go one after another: each copies or replaces the files
 * that the other is reading.
 */
export function inTurn<T>(host: RegisterHost, step: () => Promise<T>): Promise<T> {
  const turn = (lastSteps.get(host) ?? Promise.resolve()).then(step);
  lastSteps.set(
    host,
    turn.catch(() => undefined),
  );
  return turn;
}
