import { isSettled } from '#shared/register/is-settled.ts';
import type { Db } from '../../db/database.ts';
import type { StoredEntry } from '../roster/roster.queries.ts';
import { allStatuses } from '../statuses.queries.ts';
import { sightingSince } from './session-memory.ts';

type Mark = StoredEntry['mark'];

/** Whether somebody has said that the student is not here; what the app itself gave says nothing. */
export function isMarkedAway(db: Db, mark: Pick<NonNullable<Mark>, 'code' | 'method'> | null) {
  if (mark === null || !isSettled(mark)) return false;
  return allStatuses(db).find(({ code }) => code === mark.code)?.meaning !== 'present';
}

/** When the camera saw a student whom somebody had marked away; null where nothing is to be said. */
export function seenAtOf(
  db: Db,
  sessionId: string,
  { studentId, mark }: Pick<StoredEntry, 'studentId' | 'mark'>,
): number | null {
  const at = mark === null ? null : sightingSince(db, { sessionId, studentId }, mark.at);
  return at !== null && isMarkedAway(db, mark) ? at : null;
}
