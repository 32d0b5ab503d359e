import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AttendanceEvent } from '#shared/register/attendance-event.ts';
import { type ChainVerdict, ChainWalk } from '#shared/register/verify-chain.ts';
import type { Db } from '../../db/database.ts';
import { markOfDiscarded } from '../sessions/discard.queries.ts';
import { sha256 } from './event-log.ts';
import { chainHeads, type LogPosition, logPage } from './events.queries.ts';

const PAGE = 2_000;

function* wholeLog(db: Db): Iterable<AttendanceEvent> {
  let after: LogPosition | null = null;
  for (;;) {
    const page = logPage(db, after, PAGE);
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1) ?? null;
  }
}

/** A register cannot be put out of count without events that say so. */
function withDiscards(db: Db, verdict: ChainVerdict): ChainVerdict {
  const at = verdict.kind === 'intact' ? markOfDiscarded(db) : undefined;
  if (!at) return verdict;
  return { kind: 'broken', events: verdict.events, at: { ...at, problem: 'discarded' } };
}

/**
 * Walks the hash chains of the whole log, a page at a time, so that marks go on being written
 * meanwhile. The last page and the heads are read in one turn, between two marks.
 */
export async function verifyLog(db: Db): Promise<ChainVerdict> {
  const walk = new ChainWalk(sha256);
  let after: LogPosition | null = null;
  for (;;) {
    const page: AttendanceEvent[] = logPage(db, after, PAGE);
    const misfit = page.find((event) => !walk.take(event));
    if (misfit) return walk.name(misfit, () => wholeLog(db), chainHeads(db));
    if (page.length < PAGE) return withDiscards(db, walk.finish(chainHeads(db)));
    after = page.at(-1) ?? null;
    await nextTurn();
  }
}
