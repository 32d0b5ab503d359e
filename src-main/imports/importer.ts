import type { Db } from '../db/database.ts';
import type { Platform } from '../platform.ts';
import type { SignedInContext } from '../rpc/call-context.ts';

/** Who imports, from which window, into which register. */
export type Importer = Pick<SignedInContext, 'db' | 'account' | 'platform' | 'connection'>;

/** Who takes an import back, in which register; nobody need be signed in. */
export interface Undoer {
  db: Db;
  platform: Pick<Platform, 'now' | 'utcOffsetMinutes'>;
  actorId: string;
}
