import { EventPublisher } from '@orpc/server';

/**
 * One window's connection to the contract. Who is signed in on it, and whether it is locked, lives
 * here and nowhere else: there is no token that could be kept or stolen.
 */
export class Connection {
  readonly #changes = new EventPublisher<{ changed: null }>();
  #accountId: string | null = null;
  #locked = false;
  #lastInputAt = 0;

  get accountId(): string | null {
    return this.#accountId;
  }

  get locked(): boolean {
    return this.#locked;
  }

  /** From here on this account is signed in; `now` counts as its last input. */
  signIn(accountId: string, now: number): void {
    this.#accountId = accountId;
    this.unlock(now);
  }

  signOut(): void {
    this.#accountId = null;
    this.#locked = false;
    this.announce();
  }

  lock(): void {
    if (this.#locked || this.#accountId === null) return;
    this.#locked = true;
    this.announce();
  }

  unlock(now: number): void {
    this.#locked = false;
    this.#lastInputAt = now;
    this.announce();
  }

  /** Somebody has moved the pointer or pressed a key. */
  noteInput(now: number): void {
    this.#lastInputAt = now;
  }

  /** Locks a connection without input for this long. A clock that was set back counts from there. */
  lockIfIdle(now: number, idleMs: number): void {
    this.#lastInputAt = Math.min(this.#lastInputAt, now);
    if (now - this.#lastInputAt >= idleMs) this.lock();
  }

  /** Tells those who watch that something about this connection or its account has changed. */
  announce(): void {
    this.#changes.publish('changed', null);
  }

  /** One step for each change from this call on, until the signal aborts. */
  changes(signal?: AbortSignal): AsyncGenerator<null, void, void> {
    return this.#changes.subscribe('changed', { signal });
  }
}

/** The connections of all windows. */
export class Connections {
  readonly #open = new Set<Connection>();

  /** A new one, signed in by nobody. */
  open(): Connection {
    const connection = new Connection();
    this.#open.add(connection);
    return connection;
  }

  close(connection: Connection): void {
    connection.signOut();
    this.#open.delete(connection);
  }

  lockAll(): void {
    for (const connection of this.#open) connection.lock();
  }

  /** Signs this account out wherever it is signed in, at once; `except` stays. */
  signOutAccount(accountId: string, except?: Connection): void {
    for (const connection of this.#open) {
      if (connection.accountId === accountId && connection !== except) connection.signOut();
    }
  }

  announceAll(): void {
    for (const connection of this.#open) connection.announce();
  }
}
