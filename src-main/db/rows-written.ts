import { sql } from 'drizzle-orm';
import type { Db } from './database.ts';

/** Rows written through this connection, the only one that writes, since it was opened. */
export function rowsWritten(db: Db): number {
  return db.get<{ rows: number }>(sql`SELECT total_changes() AS rows`).rows;
}
