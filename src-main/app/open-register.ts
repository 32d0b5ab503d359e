import type { Db } from '../db/database.ts';
import type { LiveUpdates } from '../rpc/live-updates.ts';

/** A register that has been opened with its key. */
export interface OpenRegister {
  db: Db;
  live: LiveUpdates;
  /** Writes everything to the main file and lets go of it. */
  close(): void;
}
