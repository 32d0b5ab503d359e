import type { Removed } from '#shared/contract/privacy.contract.ts';
import { holdOf, type RetentionRules, STUDENT_RULES } from '#shared/privacy/retention.ts';
import { wordsIn } from '#shared/words/words.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { registerFiles } from '../app/register-files.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { forgetFace } from '../enrolment/known-faces.ts';
import { deleteTemplates, emptyWriteAheadLog } from '../enrolment/templates.queries.ts';
import { readStudent } from '../people/students.service.ts';
import type { Platform } from '../platform.ts';
import { galleryChanged } from '../register/faces/gallery-change.service.ts';
import type { LiveUpdates } from '../rpc/live-updates.ts';
import type { Pace } from '../slices.ts';
import { eraseIdentityIn } from './erasure.service.ts';
import {
  blankAbsenceReasons,
  deleteActivityBefore,
  deleteImportCopies,
  deleteNotice,
  findNotice,
  listNotices,
  type Notice,
  readRetention,
  rulesOf,
  scrubAbsenceEntries,
  updateRetention,
} from './retention.queries.ts';
import { renewNotices } from './retention-notices.ts';
import { absencesDueBy, dayOf, dueBefore, dueOf } from './retention-plan.ts';
import { keepTombstones } from './tombstones.ts';

/** The register in which rules are applied. */
export interface Applied {
  db: Db;
  live: LiveUpdates;
  platform: Platform;
  /** Lets others have their turn; false once this has to stop, such as for a register. */
  goOn: () => Promise<boolean>;
}

/** So many entries of the activity go at a time. */
const AT_ONCE = 500;

const nothing = (): Removed => ({
  unusedFaces: 0,
  formerStudents: 0,
  activity: 0,
  importCopies: 0,
  absenceReasons: 0,
});

function eraseFaces(tx: Db, { platform }: Applied, studentId: string): void {
  const templatesErased = deleteTemplates(tx, studentId);
  recordActivity(tx, {
    at: platform.now(),
    kind: 'templatesErased',
    actorId: null,
    studentId,
    detail: { templatesErased, rule: 'unusedFaces' },
  });
}

function eraseIdentity(tx: Db, { platform }: Applied, studentId: string): void {
  const { changedBy } = readRetention(tx);
  if (changedBy === null) throw new Error('Nobody has set the rule for former students.');
  const reason = wordsIn(platform.preferences.read().language).privacy.byRule;
  const eraser = { platform, actorId: null, inNameOf: changedBy };
  eraseIdentityIn(tx, eraser, readStudent(tx, studentId), reason);
}

/** The rules in force, read anew for each slice; null while nothing may be removed. */
function rulesToApply(db: Db, platform: Platform): RetentionRules | null {
  const row = readRetention(db);
  const today = dayOf(platform.now(), platform);
  return row.holdUntil !== null && row.holdUntil > today ? null : rulesOf(row);
}

/** Whether a notice and the rules in force both say that this goes today. */
function isToGo(tx: Db, platform: Platform, about: Pick<Notice, 'studentId' | 'rule'>): boolean {
  const rules = rulesToApply(tx, platform);
  const notice = findNotice(tx, about);
  if (!rules || !notice || notice.keptAt !== null) return false;
  const today = dayOf(platform.now(), platform);
  const due = dueOf(tx, rules, platform, about);
  return due !== null && due.dueOn <= today && notice.eraseOn <= today;
}

/** Erases what a notice says, if the rules still say so. Returns whether they did. */
function carryOut(applied: Applied, { studentId, rule }: Notice): boolean {
  const { db, platform } = applied;
  return inTransaction(db, (tx) => {
    if (!isToGo(tx, platform, { studentId, rule })) return false;
    if (rule === 'unusedFaces') eraseFaces(tx, applied, studentId);
    else eraseIdentity(tx, applied, studentId);
    deleteNotice(tx, studentId, rule);
    return true;
  });
}

async function applyToStudents(applied: Applied, removed: Removed): Promise<boolean> {
  const { db } = applied;
  const notices = listNotices(db);
  for (const rule of STUDENT_RULES) {
    for (const notice of notices.filter((one) => one.rule === rule)) {
      if (!(await applied.goOn())) return false;
      if (!carryOut(applied, notice)) continue;
      removed[rule] += 1;
      forgetFace(db, notice.studentId);
      galleryChanged(applied, notice.studentId);
    }
  }
  return true;
}

async function applyToActivity(applied: Applied, removed: Removed): Promise<boolean> {
  const { db, platform } = applied;
  for (;;) {
    if (!(await applied.goOn())) return false;
    const rules = rulesToApply(db, platform);
    const before = rules && dueBefore('activity', rules, platform);
    if (before === null) return true;
    const gone = deleteActivityBefore(db, before, AT_ONCE);
    removed.activity += gone;
    if (gone < AT_ONCE) return true;
  }
}

function applyToCopies({ db, platform }: Applied, rules: RetentionRules, removed: Removed): void {
  const before = dueBefore('importCopies', rules, platform);
  if (before !== null) removed.importCopies += deleteImportCopies(db, before);
}

function applyToReasons({ db, platform }: Applied, rules: RetentionRules, removed: Removed): void {
  const lastDay = absencesDueBy(rules, platform);
  if (lastDay === null) return;
  const blank = wordsIn(platform.preferences.read().language).privacy.noLongerKept;
  inTransaction(db, (tx) => {
    scrubAbsenceEntries(tx, lastDay);
    removed.absenceReasons += blankAbsenceReasons(tx, lastDay, blank, platform.now());
  });
}

/** Everything the rules remove today, as far as it comes. Returns whether it came to the end. */
async function removeDue(applied: Applied, removed: Removed): Promise<boolean> {
  if (!(await applyToStudents(applied, removed))) return false;
  if (!(await applyToActivity(applied, removed))) return false;
  const rules = rulesToApply(applied.db, applied.platform);
  if (!rules) return true;
  applyToCopies(applied, rules, removed);
  applyToReasons(applied, rules, removed);
  return true;
}

function report({ db, platform }: Applied, removed: Removed): void {
  if (Object.values(removed).every((count) => count === 0)) return;
  const at = platform.now();
  recordActivity(db, { at, kind: 'retentionApplied', actorId: null, detail: { ...removed } });
  emptyWriteAheadLog(db);
  if (removed.formerStudents + removed.unusedFaces > 0)
    keepTombstones(registerFiles(platform.dataFolder), db);
}

/**
 * Applies the school's rules once: writes the notices, and removes what they have announced for
 * today or before. What was removed is reported in the activity log, also when it was stopped.
 */
export async function applyRetention(applied: Applied, pace: Pace): Promise<void> {
  const { db, platform } = applied;
  const now = platform.now();
  const today = dayOf(now, platform);
  const row = readRetention(db);
  const rules = rulesOf(row);
  const lastRunOn = row.lastRunAt === null ? null : dayOf(row.lastRunAt, platform);
  updateRetention(db, { holdUntil: holdOf({ lastRunOn, holdUntil: row.holdUntil }, today) });
  await renewNotices(db, platform, rules, pace);
  const removed = nothing();
  try {
    if (await removeDue(applied, removed)) {
      updateRetention(db, { lastRunAt: now });
    }
  } finally {
    report(applied, removed);
  }
}
