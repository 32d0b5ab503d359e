import { EventPublisher } from '@orpc/server';
import type { LiveUpdate } from '#shared/contract/register.contract.ts';

/** A reader this far behind has gone; the oldest update is then dropped. */
const MAX_WAITING = 10_000;

/** Hands the changes of a session, once committed, to whoever watches it. */
export class LiveUpdates {
  readonly #publisher = new EventPublisher<Record<string, LiveUpdate>>({
    maxBufferedEvents: MAX_WAITING,
  });

  /** Call it after the transaction has committed, never inside. */
  publish(sessionId: string, update: LiveUpdate): void {
    this.#publisher.publish(sessionId, update);
  }

  /**
   * Everything published from this call on, also before the first `next()`. Ends its subscription
   * when the iteration ends or the signal aborts.
   */
  subscribe(sessionId: string, signal?: AbortSignal): AsyncGenerator<LiveUpdate, void, void> {
    return this.#publisher.subscribe(sessionId, { signal });
  }

  /** Sessions that somebody watches. */
  get watched(): number {
    return this.#publisher.size;
  }
}
