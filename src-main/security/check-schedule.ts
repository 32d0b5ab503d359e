import type { RegisterHost } from '../app/register-host.ts';
import type { Db } from '../db/database.ts';
import type { Platform } from '../platform.ts';
import { checkLog } from './check-log.service.ts';

const LOOK_EVERY_MS = 60_000;
const CHECK_EVERY_MS = 86_400_000;

/** Checks a register that was just opened, and one that has been open for a day. */
export class CheckSchedule {
  readonly #host: RegisterHost;
  readonly #platform: Platform;
  #last: { db: Db; at: number } | null = null;

  constructor(host: RegisterHost, platform: Platform) {
    this.#host = host;
    this.#platform = platform;
  }

  /** A failure is logged, and the next day tries again. */
  async checkIfDue(): Promise<void> {
    if (this.#host.status().state !== 'ready') return;
    const { db } = this.#host.register();
    const now = this.#platform.now();
    const age = this.#last?.db === db ? now - this.#last.at : Number.POSITIVE_INFINITY;
    if (age >= 0 && age < CHECK_EVERY_MS) return;
    this.#last = { db, at: now };
    try {
      await checkLog({ host: this.#host, platform: this.#platform }, { isFull: false });
    } catch (error) {
      this.#platform.log.error('The log could not be checked', error);
    }
  }
}

/** Looks in a minute, when the start is over, and every minute. @returns ends it */
export function startChecks(host: RegisterHost, platform: Platform): () => void {
  const schedule = new CheckSchedule(host, platform);
  const timer = setInterval(() => void schedule.checkIfDue(), LOOK_EVERY_MS).unref();
  return () => clearInterval(timer);
}
