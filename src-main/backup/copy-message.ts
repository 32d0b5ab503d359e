import type { ChainHead } from '#shared/register/chain-break.ts';

/** What is in a copy of the register, for somebody who decides whether to go back to it. */
export interface CopyFacts {
  schemaVersion: number;
  schoolName: string;
  students: number;
  sessions: number;
  events: number;
  /** When the last mark was made, in milliseconds since the epoch; null in an empty register. */
  lastEventAt: number | null;
  /** Where each device's log of marks ends. */
  heads: ChainHead[];
}

/** What the thread is started for. `key` is the register's, 32 bytes. */
export type CopyTask =
  /** Copies the open register to `target`, which must not exist, and checks the copy. */
  | { kind: 'copy'; database: string; target: string; key: Uint8Array }
  /** Checks a database that belongs to nobody yet. */
  | { kind: 'inspect'; database: string; key: Uint8Array }
  /**
   * Copies the open register to `target`, which must not exist, under another key, and checks that
   * the copy opens with it and holds the same.
   */
  | { kind: 'rekey'; database: string; target: string; key: Uint8Array; newKey: Uint8Array }
  /** Gives a database that belongs to nobody yet another key and the device another id. */
  | { kind: 'adopt'; database: string; key: Uint8Array; newKey: Uint8Array; deviceId: string };

/** `code` is SQLite's or the file system's; '' where there is none. */
export type CopyAnswer =
  | { kind: 'done'; facts: CopyFacts }
  | { kind: 'failed'; code: string; message: string };
