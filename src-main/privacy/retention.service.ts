import type { RetentionPlan, RetentionStatus } from '#shared/contract/privacy.contract.ts';
import { removedSchema } from '#shared/contract/privacy.contract.ts';
import {
  holdAfterChange,
  later,
  type RetentionRule,
  type RetentionRules,
  type StudentRule,
} from '#shared/privacy/retention.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { clockInDoubt } from '../clock/clock.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import type { SignedInContext } from '../rpc/call-context.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { inSlices } from '../slices.ts';
import {
  findNotice,
  hasOpenSession,
  lastRemoval,
  putNotice,
  type RetentionRow,
  readRetention,
  rulesOf,
  updateRetention,
} from './retention.queries.ts';
import { renewNotices } from './retention-notices.ts';
import { dayOf, dueOf, eraseOn, planRetention } from './retention-plan.ts';

/** Who looks at the rules or changes them. */
export type Keeper = Pick<SignedInContext, 'db' | 'account' | 'platform'>;

function removalOf(db: Db): RetentionStatus['lastRemoval'] {
  const entry = lastRemoval(db);
  return entry && { at: entry.at, removed: removedSchema.parse(entry.detail) };
}

/** The rules, what they have done and what they will do. */
export async function readRetentionStatus({
  db,
  platform,
}: Pick<Keeper, 'db' | 'platform'>): Promise<RetentionStatus> {
  const row = readRetention(db);
  const rules = rulesOf(row);
  const today = dayOf(platform.now(), platform);
  return {
    rules,
    holdUntil: row.holdUntil !== null && row.holdUntil > today ? row.holdUntil : null,
    lastRunAt: row.lastRunAt,
    lastRemoval: removalOf(db),
    waitsForRegister: hasOpenSession(db),
    waitsForClock: clockInDoubt(db) !== null,
    plan: await planRetention(db, platform, rules, inSlices()),
  };
}

/** What rules would remove that are not in force yet. */
export function lookAhead({ db, platform }: Keeper, rules: RetentionRules): Promise<RetentionPlan> {
  return planRetention(db, platform, rules, inSlices());
}

function noteChanges(tx: Db, keeper: Keeper, before: RetentionRules, after: RetentionRules): void {
  for (const rule of Object.keys(after) as RetentionRule[]) {
    if (before[rule] === after[rule]) continue;
    recordActivity(tx, {
      at: keeper.platform.now(),
      kind: 'settingsChanged',
      actorId: keeper.account.id,
      detail: { setting: 'retention', rule, from: before[rule], to: after[rule] },
    });
  }
}

/** Puts rules in force. In the first days nothing is removed by them. */
export async function changeRetention(
  keeper: Keeper,
  rules: RetentionRules,
): Promise<RetentionStatus> {
  const { db, account, platform } = keeper;
  inTransaction(db, (tx) => {
    const row = readRetention(tx);
    const hold = holdAfterChange(dayOf(platform.now(), platform));
    const holdUntil = later(row.holdUntil ?? hold, hold);
    noteChanges(tx, keeper, rulesOf(row), rules);
    updateRetention(tx, { ...rules, changedBy: account.id, holdUntil });
  });
  await renewNotices(db, platform, rules, inSlices());
  return readRetentionStatus(keeper);
}

function noticeFor(
  tx: Db,
  keeper: Keeper,
  row: RetentionRow,
  studentId: string,
  rule: StudentRule,
) {
  const { platform } = keeper;
  const before = findNotice(tx, { studentId, rule });
  const due = dueOf(tx, rulesOf(row), platform, { studentId, rule });
  if (!due) throw new DomainError('NOT_FOUND', { what: 'student' });
  const now = platform.now();
  const noticedAt = before?.noticedAt ?? now;
  return { studentId, rule, noticedAt, eraseOn: eraseOn(due, before, dayOf(now, platform)) };
}

/**
 * Keeps what a rule would erase of a student, until somebody lets it go.
 * @throws DomainError NOT_FOUND where the rule has nothing to erase of the student
 */
export function keepStudent(
  keeper: Keeper,
  { studentId, rule, keep }: { studentId: string; rule: StudentRule; keep: boolean },
): Promise<RetentionStatus> {
  const { db, account, platform } = keeper;
  inTransaction(db, (tx) => {
    const at = platform.now();
    const notice = noticeFor(tx, keeper, readRetention(tx), studentId, rule);
    const kept = keep ? { keptAt: at, keptBy: account.id } : { keptAt: null, keptBy: null };
    putNotice(tx, { ...notice, ...kept });
    const detail = { rule, keep };
    recordActivity(tx, { at, kind: 'retentionKept', actorId: account.id, studentId, detail });
  });
  return readRetentionStatus(keeper);
}
