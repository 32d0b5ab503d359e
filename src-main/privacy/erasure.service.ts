import { randomBytes } from 'node:crypto';
import type { Student } from '#shared/contract/people.contract.ts';
import type { Erasure } from '#shared/contract/privacy.contract.ts';
import { wordsIn } from '#shared/words/words.ts';
import { findAccountOfStudent } from '../accounts/accounts.queries.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { registerFiles } from '../app/register-files.ts';
import type { RegisterHost } from '../app/register-host.ts';
import { backupStatus } from '../backup/backups.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { endConsent, findConsentInForce } from '../enrolment/consents.queries.ts';
import { deleteTemplates, emptyWriteAheadLog } from '../enrolment/templates.queries.ts';
import { deleteGuardiansOf, listGuardians } from '../people/guardians.queries.ts';
import { leaveClass } from '../people/memberships.service.ts';
import { dayAt } from '../people/school-day.ts';
import { readStudent } from '../people/students.service.ts';
import { comparisonKey, searchKey } from '../people/text-keys.ts';
import type { Platform } from '../platform.ts';
import { galleryChanged } from '../register/faces/gallery-change.service.ts';
import { DomainError } from '../rpc/domain-error.ts';
import type { LiveUpdates } from '../rpc/live-updates.ts';
import {
  activityAbout,
  blankAbsences,
  blankAccount,
  blankConsents,
  blankGuests,
  blankStudent,
  countReasonsAbout,
  deleteImportsAbout,
  deleteOutboxAbout,
  guestNames,
  openSessionWith,
  setActivityDetail,
} from './erasure.queries.ts';
import { deleteNoticesAbout } from './retention.queries.ts';
import { mentions, scrubbedDetail, withoutMentions } from './scrub-detail.ts';
import { keepTombstones } from './tombstones.ts';

/** Who erases: an account, or nobody where the app does by the school's rule. */
export interface Eraser {
  db: Db;
  live: LiveUpdates;
  platform: Platform;
  actorId: string | null;
  /** The account that answers for it: whoever erases, or has set the rule. */
  inNameOf: string;
}

/** Random, so that nothing leads back to the number there was. */
const TOMBSTONE_BYTES = 6;

function blankIdentity(tx: Db, id: string, { blank, now }: { blank: string; now: number }): void {
  const studentNumber = `erased-${randomBytes(TOMBSTONE_BYTES).toString('hex')}`;
  blankStudent(tx, id, {
    studentNumber,
    numberKey: comparisonKey(studentNumber),
    fullName: blank,
    searchKey: searchKey(`${blank} ${studentNumber}`),
    archivedAt: now,
    erasedAt: now,
  });
  blankAccount(tx, id, { username: studentNumber, displayName: blank, archivedAt: now });
  blankConsents(tx, id, blank);
  blankAbsences(tx, id, blank);
  blankGuests(tx, id, blank);
}

function scrubActivity(tx: Db, studentId: string, texts: readonly string[]): void {
  for (const entry of activityAbout(tx, studentId, texts)) {
    const isAbout = entry.studentId === studentId;
    const detail = isAbout ? scrubbedDetail(entry.detail) : withoutMentions(entry.detail, texts);
    setActivityDetail(tx, entry.id, detail);
  }
}

function endConsentInForce(tx: Db, studentId: string, at: number, actorId: string): void {
  const consent = findConsentInForce(tx, studentId);
  if (consent) endConsent(tx, consent.id, { withdrawnAt: at, withdrawalRecordedBy: actorId });
}

/**
 * Overwrites everything that says who a student was, in a transaction of the caller's; marks and
 * their hash chain stay as they are, since they hold the random id alone. Call `forgetErasedStudent`
 * once it has committed.
 */
export function eraseIdentityIn(
  tx: Db,
  { platform, actorId, inNameOf }: Omit<Eraser, 'db' | 'live'>,
  student: Student,
  reason: string,
): Omit<Erasure, 'backups'> {
  const { id, fullName } = student;
  const now = platform.now();
  const blank = wordsIn(platform.preferences.read().language).privacy.erased;
  const guardians = listGuardians(tx, id).map(({ name }) => name);
  const usernames = [findAccountOfStudent(tx, id)?.username ?? []].flat();
  const names = [...new Set([fullName, ...guestNames(tx, id), ...guardians, ...usernames])];
  const templatesErased = deleteTemplates(tx, id);
  endConsentInForce(tx, id, now, inNameOf);
  leaveClass(tx, { studentId: id, day: dayAt(now, platform.utcOffsetMinutes(now)) });
  scrubActivity(tx, id, names);
  deleteOutboxAbout(tx, [id, ...names]);
  deleteGuardiansOf(tx, id);
  deleteImportsAbout(tx, id);
  deleteNoticesAbout(tx, id);
  blankIdentity(tx, id, { blank, now });
  recordActivity(tx, {
    at: now,
    kind: 'studentErased',
    actorId,
    studentId: id,
    detail: { templatesErased, reason },
  });
  return { templatesErased, reasonsKept: countReasonsAbout(tx, id, names) };
}

/** Leaves nothing of who was erased, in memory, in open registers or in the write-ahead log. */
export function forgetErasedStudent({ db, live }: Eraser, studentId: string): void {
  galleryChanged({ db, live }, studentId);
  emptyWriteAheadLog(db);
}

function requireErasable(tx: Db, request: ErasureRequest): Student {
  const student = readStudent(tx, request.studentId);
  if (comparisonKey(request.studentNumber) !== comparisonKey(student.studentNumber)) {
    throw new DomainError('INVALID', { field: 'studentNumber', why: 'numberDiffers' });
  }
  if (mentions(request.reason, [student.fullName, student.studentNumber])) {
    throw new DomainError('INVALID', { field: 'reason', why: 'reasonNames' });
  }
  const className = openSessionWith(tx, student.id);
  if (className !== null)
    throw new DomainError('CONFLICT', { what: 'openSession', name: className });
  return student;
}

export interface ErasureRequest {
  studentId: string;
  studentNumber: string;
  reason: string;
}

/**
 * Erases a student for good.
 * @throws DomainError NOT_FOUND; INVALID with why `numberDiffers` or `reasonNames`; CONFLICT while
 *   a register with the student is open
 */
export async function eraseStudent(
  eraser: Eraser,
  host: RegisterHost,
  request: ErasureRequest,
): Promise<Erasure> {
  const erased = inTransaction(eraser.db, (tx) =>
    eraseIdentityIn(tx, eraser, requireErasable(tx, request), request.reason),
  );
  forgetErasedStudent(eraser, request.studentId);
  keepTombstones(registerFiles(eraser.platform.dataFolder), eraser.db);
  const { backups } = await backupStatus({ host, platform: eraser.platform });
  return { ...erased, backups: backups.length };
}
