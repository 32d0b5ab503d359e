import { daysAfter, NOTICE_DAYS, type RetentionRules } from '#shared/privacy/retention.ts';
import { type Db, inTransaction } from '../db/database.ts';
import type { Pace } from '../slices.ts';
import { deleteNotice, listNotices, type Notice, putNotice } from './retention.queries.ts';
import { type Clock, type Due, dayOf, dueBy, eraseOn, noticeKey } from './retention-plan.ts';

/** A notice written under a clock that was ahead tells nothing about when somebody saw it. */
function isOfNow(notice: Notice | undefined, now: number): notice is Notice {
  return notice !== undefined && notice.noticedAt <= now;
}

function write(tx: Db, due: Due, before: Notice | undefined, now: number, today: string): void {
  const { studentId, rule } = due;
  const known = isOfNow(before, now) ? before : undefined;
  putNotice(tx, {
    studentId,
    rule,
    noticedAt: known?.noticedAt ?? now,
    eraseOn: eraseOn(due, known, today),
    keptAt: before?.keptAt ?? null,
    keptBy: before?.keptBy ?? null,
  });
}

/**
 * Writes down of whom rules will erase something in the days ahead, and takes back what no longer
 * holds: a student recognised again, or a rule that was changed. Students who are kept stay kept
 * when their rule is merely turned off.
 */
export async function renewNotices(
  db: Db,
  clock: Clock,
  rules: RetentionRules,
  pace: Pace,
): Promise<void> {
  const now = clock.now();
  const today = dayOf(now, clock);
  const found = await dueBy(db, rules, clock, daysAfter(today, NOTICE_DAYS), pace);
  inTransaction(db, (tx) => {
    const before = new Map(listNotices(tx).map((notice) => [noticeKey(notice), notice]));
    const still = new Set(found.map(noticeKey));
    for (const [key, { studentId, rule, keptAt }] of before) {
      if (still.has(key) || (keptAt !== null && rules[rule] === null)) continue;
      deleteNotice(tx, studentId, rule);
    }
    for (const due of found) write(tx, due, before.get(noticeKey(due)), now, today);
  });
}
