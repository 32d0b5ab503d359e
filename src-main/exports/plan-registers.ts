import type { ExportRequest } from '#shared/contract/exports.contract.ts';
import type { Db } from '../db/database.ts';
import { registersSeen, requireVisibleClass } from '../people/class-access.service.ts';
import { requireVisibleStudent } from '../people/students.service.ts';
import {
  type SessionRecord,
  seenBy,
  sessionsOfClass,
  sessionsOfStudent,
} from '../register/sessions/sessions.queries.ts';
import { allStatuses } from '../register/statuses.queries.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { readSchool } from '../settings/settings.queries.ts';
import type { ExportPlan } from './export-plan.ts';
import { type Exporter, made, sheetWords } from './exporter.ts';
import {
  type ExportStudent,
  findClassName,
  findSubjectName,
  studentsOfSessions,
} from './exports.queries.ts';
import { discardedLines, notHeldOfClass } from './sheets/not-held-lines.ts';
import { type NotHeldLine, type RegisterScope, registerBook } from './sheets/register-book.ts';

type Request<What> = Extract<ExportRequest, { what: What }>;

function requireClassName(db: Db, classId: string): string {
  const name = findClassName(db, classId);
  if (name === null) throw new DomainError('NOT_FOUND', { what: 'class' });
  return name;
}

function subjectNameOf(db: Db, subjectId: string | undefined): string | null {
  if (subjectId === undefined) return null;
  const name = findSubjectName(db, subjectId);
  if (name === null) throw new DomainError('NOT_FOUND', { what: 'subject' });
  return name;
}

interface Chosen {
  scope: RegisterScope;
  sessions: readonly SessionRecord[];
  students: readonly ExportStudent[];
  notHeld: readonly NotHeldLine[];
}

function bookOf(
  exporter: Exporter,
  { scope, sessions, students, notHeld }: Chosen,
  format: ExportRequest['format'],
): ExportPlan {
  const { db, platform } = exporter;
  return registerBook(db, {
    words: sheetWords(platform),
    school: readSchool(db).name,
    scope,
    format,
    sessions,
    students,
    notHeld,
    statuses: allStatuses(db),
    ...made(exporter),
  });
}

/** @throws DomainError NOT_FOUND, NOT_YOUR_CLASS, NOTHING_TO_EXPORT */
export function planClass(exporter: Exporter, request: Request<'class'>): ExportPlan {
  const { db } = exporter;
  const { classId, subjectId, range, format } = request;
  const className = requireClassName(db, classId);
  requireVisibleClass(db, exporter, classId);
  const subjectName = subjectNameOf(db, subjectId);
  const sessions = ofSubject(sessionsOfClass(db, classId, range), subjectId);
  const students = studentsOfSessions(
    db,
    sessions.map(({ id }) => id),
  );
  const scope = { className, subjectName, student: null, range };
  const notHeld = notHeldOfClass(db, { classId, subjectId, range });
  return bookOf(exporter, { scope, sessions, students, notHeld }, format);
}

/** @throws DomainError NOT_FOUND, NOT_YOUR_CLASS, NOTHING_TO_EXPORT */
export function planStudent(exporter: Exporter, request: Request<'student'>): ExportPlan {
  const { db } = exporter;
  const { studentId, classId, subjectId, range, format } = request;
  const { id, studentNumber, fullName } = requireVisibleStudent(db, exporter, studentId);
  const className = classId === undefined ? null : requireClassName(db, classId);
  const subjectName = subjectNameOf(db, subjectId);
  const seen = seenBy(registersSeen(db, exporter));
  const all = sessionsOfStudent(db, { studentId, classId, range }, seen);
  const sessions = ofSubject(
    all.filter(({ discarded }) => discarded === null),
    subjectId,
  );
  const notHeld = discardedLines(all, subjectId);
  const student = { id, studentNumber, fullName };
  const scope = { className, subjectName, student, range };
  return bookOf(exporter, { scope, sessions, students: [student], notHeld }, format);
}

/** @throws DomainError NOTHING_TO_EXPORT */
function ofSubject(
  sessions: readonly SessionRecord[],
  subjectId: string | undefined,
): readonly SessionRecord[] {
  const found =
    subjectId === undefined ? sessions : sessions.filter((one) => one.subjectId === subjectId);
  if (found.length === 0) throw new DomainError('NOTHING_TO_EXPORT');
  return found;
}
