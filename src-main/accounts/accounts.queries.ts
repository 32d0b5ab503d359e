import { and, eq, isNull } from 'drizzle-orm';
import type { Account } from '#shared/contract/accounts.contract.ts';
import type { Db } from '../db/database.ts';
import { accounts } from '../db/schema/index.ts';

/** The columns that leave main; hash and failed attempts stay. */
const publicColumns = {
  id: accounts.id,
  username: accounts.username,
  displayName: accounts.displayName,
  role: accounts.role,
  archivedAt: accounts.archivedAt,
  lastSignInAt: accounts.lastSignInAt,
};

/** The account, unless it does not exist or is archived. */
export function findActiveAccount(db: Db, id: string): Account | null {
  const row = db
    .select(publicColumns)
    .from(accounts)
    .where(and(eq(accounts.id, id), isNull(accounts.archivedAt)))
    .get();
  return row ?? null;
}
