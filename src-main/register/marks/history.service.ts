import type { z } from 'zod';
import type { historyEventSchema } from '#shared/contract/register.contract.ts';
import { inOrder } from '#shared/register/fold.ts';
import { eventsInDoubt } from '../../clock/clock.queries.ts';
import type { Caller } from '../caller.ts';
import { accountNames, type Cell, cellEvents } from '../log/events.queries.ts';
import { requireSession } from '../sessions/session-rules.ts';

export type HistoryEvent = z.infer<typeof historyEventSchema>;

/** Everything that happened to one student's mark, in the order in which the fold reads it. */
export function readHistory(caller: Caller, cell: Cell): HistoryEvent[] {
  const { db } = caller;
  requireSession(db, caller, cell.sessionId);
  const events = inOrder(cellEvents(db, cell));
  const names = accountNames(db, new Set(events.map(({ actorId }) => actorId)));
  const inDoubt = eventsInDoubt(db, cell);
  return events.map(({ id, kind, code, method, score, capturedAt, actorId, reason }) => ({
    id,
    kind,
    code,
    method,
    score,
    capturedAt,
    timeInDoubt: inDoubt.has(id),
    actor: names.get(actorId) ?? '',
    reason,
  }));
}
